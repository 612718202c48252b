#include "engine/applications/evidence.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/dotted_path.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/trimmed.h"
#include "engine/languages/config_reading.h"
#include "frontend/config/config.h"

namespace smtplint::engine {
namespace {

using knowledge::ApplicationLinkKind;

bool fits(std::string_view segment, std::string_view pattern) {
  constexpr std::string_view any_item = "[*]";
  if (!pattern.ends_with(any_item)) return pattern == "*" || pattern == segment;
  pattern.remove_suffix(any_item.size());
  return segment.starts_with(pattern) && segment.substr(pattern.size()).starts_with('[');
}

/// One of the places that `each` describes, with the settings below it.
struct Statement {
  std::string_view star;  ///< the name that `*` stands for
  std::map<std::string_view, const Setting*> keys;

  [[nodiscard]] const Setting* find(std::string_view key) const {
    const auto found = keys.find(key);
    const bool known = found != keys.end() && found->second->value.is(ValueType::string);
    return known ? found->second : nullptr;
  }
};

std::map<std::string_view, Statement> statements_of(const Settings& document, std::string_view each) {
  std::map<std::string_view, Statement> statements;
  for (const Setting& setting : document.values) {
    std::string_view path = setting.path, pattern = each, star;
    bool below = true;
    while (below && !pattern.empty()) {
      const std::string_view wanted = take_first_name(pattern), segment = take_first_name(path);
      below = fits(segment, wanted);
      if (wanted == "*") star = segment;
    }
    if (!below || path.empty()) continue;
    const std::string_view prefix(setting.path.data(), setting.path.size() - path.size());
    Statement& statement = statements[prefix];
    statement.star = star;
    statement.keys.emplace(path, &setting);
  }
  return statements;
}

/// Workflows name values that they use more than once as `${{ env.NAME }}`.
std::string resolved(std::string text, const Settings& document) {
  constexpr unsigned most_names = 16;
  for (unsigned i = 0; i < most_names; ++i) {
    const std::size_t begin = text.find("${{"), end = text.find("}}", begin);
    if (begin == std::string::npos || end == std::string::npos) break;
    std::string name = text.substr(begin + 3, end - begin - 3);
    std::erase(name, ' ');
    const auto named = std::ranges::find_if(document.values, [&name](const Setting& setting) {
      return name.starts_with("env.") && (setting.path == name || setting.path.ends_with("." + name)) &&
             setting.value.is(ValueType::string);
    });
    if (named == document.values.end()) break;
    text.replace(begin, end + 2 - begin, named->value.text().chars);
  }
  return text;
}

/// Several images may be built from one folder.
std::vector<std::string> names_in(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(",\n", begin), text.size());
    const std::string_view name = trimmed(std::string_view(text).substr(begin, end - begin));
    if (!name.empty()) names.emplace_back(name);
    begin = end + 1;
  }
  return names;
}

class EvidenceReader {
 public:
  EvidenceReader(const Workspace& workspace, const FileSystem& files, SourceStore& sources,
                 const knowledge::Catalogue& catalogue)
      : workspace_(workspace),
        catalogue_(catalogue),
        project_(files, sources, config_limits(catalogue.limits()),
                 {.is_other_schema = [](std::string_view) { return false; }, .words = {}}) {}

  std::vector<ApplicationEvidence> read() {
    for (const std::string& path : workspace_.paths) {
      for (const ApplicationLinkKind& kind : catalogue_.application_links().kinds()) {
        if (kind.stands_in(path)) read(path, kind);
      }
    }
    return std::move(evidence_);
  }

 private:
  void read(const std::string& path, const ApplicationLinkKind& kind) {
    ValueStore store;
    const Shapes shapes = project_.evaluate({FileFormat::yaml, path, {}, false}, "", store);
    for (const Settings& document : shapes.settings) {
      for (const auto& [prefix, statement] : statements_of(document, kind.each))
        add(path, document, statement, kind, store);
    }
  }

  void add(const std::string& path, const Settings& document, const Statement& statement,
           const ApplicationLinkKind& kind, const ValueStore& store) {
    for (const auto& [key, pattern] : kind.when) {
      const Setting* setting = statement.find(key);
      if (setting == nullptr || !glob_matches_ignoring_case(pattern, setting->value.text().chars)) return;
    }
    const Setting* where = nullptr;
    for (const std::string& key : kind.paths) where = where == nullptr ? statement.find(key) : where;
    const Setting* name = kind.name == "*" ? where : statement.find(kind.name);
    if (where == nullptr || name == nullptr) return;
    const auto folder =
        folder_named(resolved(std::string(where->value.text().chars), document), kind.from_file ? path : "");
    if (!folder) return;
    const std::string text = kind.name == "*" ? std::string(statement.star)
                                              : resolved(std::string(name->value.text().chars), document);
    const Place place = store.provenance().step(name->value.provenance()).place;
    for (std::string& one : names_in(text)) evidence_.push_back({kind.says, std::move(one), *folder, place});
  }

  /// The folder, or that of the file, where the workspace has it.
  [[nodiscard]] std::optional<std::string> folder_named(std::string_view written,
                                                        std::string_view file) const {
    const auto path = join_path(folder_of(file), trimmed(written));
    if (!path) return std::nullopt;
    if (std::ranges::binary_search(workspace_.paths, *path)) return std::string(folder_of(*path));
    const bool exists = std::ranges::any_of(
        workspace_.paths, [&path](const std::string& known) { return is_within(known, *path); });
    return exists ? path : std::nullopt;
  }

  const Workspace& workspace_;
  const knowledge::Catalogue& catalogue_;
  config::Project project_;
  std::vector<ApplicationEvidence> evidence_;
};

}  // namespace

std::vector<ApplicationEvidence> application_evidence(const Workspace& workspace, const FileSystem& files,
                                                      SourceStore& sources,
                                                      const knowledge::Catalogue& catalogue) {
  return EvidenceReader(workspace, files, sources, catalogue).read();
}

std::string repository_of(std::string_view image) {
  image = image.substr(std::min(image.find('|') + 1, image.size()));
  const std::size_t name = image.rfind('/') == std::string_view::npos ? 0 : image.rfind('/') + 1;
  image = image.substr(0, std::min(image.find_first_of(":@", name), image.size()));
  const std::size_t slash = image.find('/');
  if (slash == std::string_view::npos) return std::string(image);
  const std::string_view first = image.substr(0, slash);
  const bool registry = first == "localhost" || std::ranges::any_of(first, [](char c) {
                          return c == '.' || c == ':' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
                        });
  return std::string(registry ? image.substr(slash + 1) : image);
}

}  // namespace smtplint::engine
