// Templates in Bicep against the JSON beside them that the compiler made of them: the same resources, and the
// same value, or the same reason for its being unknown, at every property path that a mapping table names.
//   bicep_pairs FOLDER [all]
// FOLDER is a checkout that has such pairs; with `all`, all properties are compared, not only those that are
// mapped. Each difference is one line of fields parted by tabs. Pairs whose JSON contradicts the source, and
// such whose modules come from a registry, are listed and not counted.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string_view>
#include <vector>

#include "base/disk_file_system.h"
#include "base/letter_case.h"
#include "frontend/arm/arm.h"
#include "frontend/bicep/bicep.h"
#include "knowledge/catalogue.h"
#include "lowering/property_reader.h"
#include "oracles/bicep_pairs/canonical.h"
#include "oracles/bicep_pairs/mapped_paths.h"
#include "oracles/bicep_pairs/staleness.h"
#include "syntax/parse_cache.h"

namespace smtplint::oracle {
namespace {

namespace paths = std::filesystem;

struct Pair {
  std::string bicep;  ///< relative to the corpus
  std::string json;
};

struct Counts {
  std::size_t pairs = 0, same_resources = 0, values = 0, same_values = 0;
};

deployment::Limits limits() {
  const knowledge::Limits& all = knowledge::Catalogue::built_in().limits();
  return {all.file_bytes,       all.nesting,   all.parse_progress_per_kilobyte,
          all.evaluation_steps, all.expansion, all.text_bytes,
          all.module_depth};
}

std::vector<Pair> pairs_in(const paths::path& corpus) {
  std::vector<Pair> found;
  for (const auto& entry : paths::recursive_directory_iterator(corpus)) {
    if (entry.path().extension() != ".bicep") continue;
    paths::path json = entry.path();
    json.replace_extension(".json");
    if (!exists(json) && entry.path().stem() == "main") json.replace_filename("azuredeploy.json");
    if (!exists(json)) continue;
    found.push_back(
        {relative(entry.path(), corpus).generic_string(), relative(json, corpus).generic_string()});
  }
  std::ranges::sort(found, {}, &Pair::bicep);
  return found;
}

/// One deployment without parameter files.
template <typename Project>
Shapes evaluated(Project& project, ValueStore& store) {
  if (project.roots().empty()) return {};
  return project.evaluate(project.roots().front(), {}, store);
}

bool uses_registry(const Shapes& shapes) {
  return std::ranges::any_of(shapes.events, [](const Event& event) {
    return event.kind == EventKind::unresolved_module && event.detail.find(':') != std::string::npos;
  });
}

class Comparison {
 public:
  Comparison(const FileSystem& files, bool all) : files_(files), all_(all) {}

  void compare(const Pair& pair) {
    const auto bicep = files_.read(pair.bicep, limits().file_bytes);
    const auto json = files_.read(pair.json, limits().file_bytes);
    if (!bicep || !json) return;
    if (json->find("deploymentTemplate.json") == std::string::npos) return;
    if (const std::string stale = contradiction(*bicep, *json); !stale.empty())
      return say("stale", pair.bicep, stale, "");
    SourceStore sources;
    ParseCache cache;
    ValueStore store;
    bicep::Project source(files_, sources, {pair.bicep}, limits(), cache);
    arm::Project compiled(files_, sources, {pair.json}, limits());
    const Shapes ours = evaluated(source, store), theirs = evaluated(compiled, store);
    if (uses_registry(ours)) return say("registry", pair.bicep, "", "");
    ++counts_.pairs;
    compare_shapes(pair, ours, theirs, store);
    for (const Event& event : ours.later->met().events)
      say("event", pair.bicep, event.detail, std::string(sources.slice(event.place)).substr(0, 80));
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  using ByIdentity = std::multimap<std::string, const Resource*>;

  static ByIdentity by_identity(const Shapes& shapes, const Canonical& canonical) {
    ByIdentity all;
    for (const Resource& resource : shapes.resources) {
      // A deployment that stands in the source as a resource is one that the JSON opens: what it makes
      // counts.
      if (equal_ignoring_case(resource.type, "Microsoft.Resources/deployments")) continue;
      // Things of other platforms have no names of their own in templates.
      if (resource.type != "module" && resource.type.find('.') > resource.type.find('/')) continue;
      const bool sure = resource.existence.truth == Truth::yes;
      all.emplace(canonical.identity(resource) + (sure ? "" : " (if)"), &resource);
    }
    return all;
  }

  void compare_shapes(const Pair& pair, const Shapes& ours, const Shapes& theirs, ValueStore& store) {
    const Canonical our_texts(ours), their_texts(theirs);
    const ByIdentity left = by_identity(ours, our_texts), right = by_identity(theirs, their_texts);
    bool same = left.size() == right.size();
    for (const auto& [identity, resource] : left) {
      if (right.count(identity) == left.count(identity)) continue;
      same = false;
      say("resource", pair.bicep, identity, right.contains(identity) ? "another number" : "only in Bicep");
    }
    for (const auto& [identity, resource] : right) {
      if (left.contains(identity)) continue;
      same = false;
      say("resource", pair.bicep, identity, "only in JSON");
    }
    counts_.same_resources += same ? 1 : 0;
    for (auto at = left.begin(); at != left.end(); at = left.upper_bound(at->first)) {
      auto [ours_from, ours_end] = left.equal_range(at->first);
      auto [theirs_from, theirs_end] = right.equal_range(at->first);
      for (; ours_from != ours_end && theirs_from != theirs_end; ++ours_from, ++theirs_from)
        compare_properties(pair, *ours_from->second, *theirs_from->second, {our_texts, their_texts, store});
    }
  }

  struct Texts {
    const Canonical& ours;
    const Canonical& theirs;
    ValueStore& store;
  };

  void compare_properties(const Pair& pair, const Resource& ours, const Resource& theirs,
                          const Texts& texts) {
    if (all_) {
      for (const std::string_view name : ours.properties->names())
        compare_values(
            pair, ours, std::string(name),
            {texts.ours.text(ours.properties->get(name)), texts.theirs.text(theirs.properties->get(name))});
      return;
    }
    const lowering::PropertyReader left(*ours.properties, Dialect::arm, texts.store);
    const lowering::PropertyReader right(*theirs.properties, Dialect::arm, texts.store);
    for (const knowledge::PropertyPath& path : paths_of(ours.type))
      compare_values(pair, ours, path.text(),
                     {texts.ours.text(left.read(path)), texts.theirs.text(right.read(path))});
  }

  void compare_values(const Pair& pair, const Resource& resource, const std::string& path,
                      const std::pair<std::string, std::string>& both) {
    const auto& [ours, theirs] = both;
    if (ours.empty() && theirs.empty()) return;
    ++counts_.values;
    counts_.same_values += ours == theirs ? 1 : 0;
    if (ours != theirs) say("value", pair.bicep, resource.type + " " + path, ours + "   #   " + theirs);
  }

  const std::vector<knowledge::PropertyPath>& paths_of(const std::string& type) {
    const auto known = paths_.find(type);
    if (known != paths_.end()) return known->second;
    return paths_.emplace(type, mapped_paths(knowledge::Catalogue::built_in(), type)).first->second;
  }

  static void say(std::string_view what, const std::string& pair, const std::string& one,
                  const std::string& other) {
    std::cout << what << '\t' << pair << '\t' << on_one_line(one) << '\t' << on_one_line(other) << '\n';
  }

  static std::string on_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
  }

  const FileSystem& files_;
  bool all_;
  Counts counts_;
  std::map<std::string, std::vector<knowledge::PropertyPath>> paths_;
};

}  // namespace
}  // namespace smtplint::oracle

int main(int count, char** words) {
  using namespace smtplint;
  const bool all = count == 3 && std::string_view(words[2]) == "all";
  if (count != 2 && !all) {
    std::cerr << "usage: bicep_pairs FOLDER [all]\n";
    return 2;
  }
  const std::filesystem::path corpus = std::filesystem::canonical(words[1]);
  const DiskFileSystem files(corpus);
  oracle::Comparison comparison(files, all);
  for (const oracle::Pair& pair : oracle::pairs_in(corpus)) comparison.compare(pair);
  const oracle::Counts& counts = comparison.counts();
  std::cerr << counts.same_resources << " of " << counts.pairs << " pairs have the same resources; "
            << counts.same_values << " of " << counts.values << " values are the same\n";
  return counts.pairs == counts.same_resources && counts.values == counts.same_values ? 0 : 1;
}
