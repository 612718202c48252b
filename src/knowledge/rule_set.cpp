#include "knowledge/rule_set.h"

#include <algorithm>
#include <map>

namespace smtplint::knowledge {
namespace {

std::vector<Node> files_of(const Image* image, std::string_view section) {
  return image == nullptr ? std::vector<Node>() : image->section(section);
}

Node with_id(const std::vector<Node>& files, std::string_view id) {
  const auto found = std::ranges::find_if(files, [id](Node file) { return id_of(file) == id; });
  return id.empty() || found == files.end() ? Node() : *found;
}

}  // namespace

std::string_view id_of(Node file) { return file.find("id").text(); }

std::vector<Node> RuleSet::section(std::string_view name) const {
  std::vector<Node> files = files_of(base_, name);
  const std::vector<Node> base = files;
  const std::vector<Node> overlay = files_of(overlay_, name);
  for (Node& file : files) {
    const Node replacement = with_id(overlay, id_of(file));
    if (!replacement.missing()) file = replacement;
  }
  for (const Node file : overlay) {
    if (with_id(base, id_of(file)).missing()) files.push_back(file);
  }
  return files;
}

std::vector<RuleSet::Replacement> RuleSet::replacements(std::string_view section) const {
  std::vector<Replacement> found;
  const std::vector<Node> overlay = files_of(overlay_, section);
  for (const Node file : files_of(base_, section)) {
    const Node replacement = with_id(overlay, id_of(file));
    if (!replacement.missing()) found.push_back({file, replacement});
  }
  return found;
}

void RuleSet::check_ids(std::string_view section, Problems& problems) const {
  for (const Image* image : {base_, overlay_}) {
    std::map<std::string_view, Mark> seen;
    for (const Node file : files_of(image, section)) {
      const std::string_view id = id_of(file);
      if (id.empty()) continue;
      const auto [first, added] = seen.emplace(id, file.mark());
      if (added) continue;
      problems.add(file.find("id").mark(), "`" + std::string(id) + "` is already defined in `" +
                                               std::string(first->second.file) + "`");
    }
  }
}

bool RuleSet::complete() const {
  return (base_ == nullptr || base_->complete()) && (overlay_ == nullptr || overlay_->complete());
}

}  // namespace smtplint::knowledge
