#include "oracles/bicep_pairs/mapped_paths.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/letter_case.h"

namespace smtplint::oracle {
namespace {

class Paths {
 public:
  void add(const knowledge::PropertyPath& path) {
    if (!path.steps.empty()) by_text_.emplace(path.text(), path);
  }
  void add(const std::vector<knowledge::PropertyPath>& paths) {
    for (const knowledge::PropertyPath& path : paths) add(path);
  }
  void add(const std::vector<knowledge::FieldSource>& sources) {
    for (const knowledge::FieldSource& source : sources) {
      add(source.paths);
      if (source.keys.secrets) add(*source.keys.secrets);
    }
  }
  void add(const std::vector<knowledge::Condition>& conditions) {
    for (const knowledge::Condition& condition : conditions) add(condition.path);
  }
  [[nodiscard]] std::vector<knowledge::PropertyPath> all() const {
    std::vector<knowledge::PropertyPath> paths;
    for (const auto& [text, path] : by_text_) paths.push_back(path);
    return paths;
  }

 private:
  std::map<std::string, knowledge::PropertyPath> by_text_;
};

bool matches(const std::vector<knowledge::Match>& all, std::string_view type) {
  return std::ranges::any_of(
      all, [type](const knowledge::Match& match) { return equal_ignoring_case(match.type, type); });
}

void add_mapping(const knowledge::Mapping& mapping, Paths& paths) {
  for (const knowledge::FieldMapping& field : mapping.fields) paths.add(field.arm);
  for (const knowledge::Contains& contained : mapping.contains) paths.add(contained.arm);
  for (const knowledge::Embedded& embedded : mapping.embedded) paths.add(embedded.arm);
  for (const knowledge::KindRow& row : mapping.classify) paths.add(row.when);
  for (const knowledge::Match& match : mapping.match) paths.add(match.when);
  paths.add(mapping.open_if);
}

}  // namespace

std::vector<knowledge::PropertyPath> mapped_paths(const knowledge::Catalogue& catalogue,
                                                  std::string_view type) {
  Paths paths;
  for (const knowledge::Mapping& mapping : catalogue.mappings()) {
    if (matches(mapping.match, type)) add_mapping(mapping, paths);
    for (const knowledge::Attach& attached : mapping.attach) {
      if (!matches(attached.match, type)) continue;
      paths.add(attached.to);
      for (const auto& [field, sources] : attached.fields) paths.add(sources);
    }
  }
  return paths.all();
}

}  // namespace smtplint::oracle
