#include "report/grouping.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/order.h"

namespace smtplint::report {
namespace {

using GroupKey = std::tuple<std::string_view, Place, std::string_view>;

/// Without a place only the message tells findings of a rule apart.
GroupKey key_of(const Finding& finding) {
  if (finding.location) return {finding.rule, *finding.location, {}};
  return {finding.rule, Place{}, finding.message};
}

std::string name_of(const SenderRef& sender) {
  return sender.address ? *sender.address : std::string(to_string(sender.kind));
}

void join(FindingGroup& group, const Finding* finding) {
  if (finding->severity > group.shown->severity) std::swap(group.shown, finding);
  group.others.push_back(finding);
}

bool contains(const std::vector<Label>& chain, const Label& label) {
  return std::ranges::any_of(chain, [&](const Label& known) {
    return known.place == label.place && known.message == label.message;
  });
}

}  // namespace

std::vector<FindingGroup> group_findings(const Report& report) {
  std::vector<FindingGroup> groups;
  std::map<GroupKey, std::size_t> positions;
  for (const Finding* finding : ordered_findings(report)) {
    const auto [entry, fresh] = positions.try_emplace(key_of(*finding), groups.size());
    if (fresh) {
      groups.push_back({finding, {}});
    } else {
      join(groups[entry->second], finding);
    }
  }
  return groups;
}

std::vector<std::string> other_senders(const FindingGroup& group) {
  std::vector<std::string> names;
  for (const Finding* other : group.others) {
    if (!other->sender) continue;
    std::string name = name_of(*other->sender);
    const bool is_shown = group.shown->sender && name_of(*group.shown->sender) == name;
    if (!is_shown && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

std::string count_of_others(const FindingGroup& group) {
  const std::size_t count = other_senders(group).size();
  if (count == 0) return {};
  return std::to_string(count) + (count == 1 ? " other sender" : " other senders");
}

std::vector<Label> chain_of(const FindingGroup& group) {
  std::vector<Label> chain = group.shown->related;
  for (const Finding* other : group.others) {
    for (const Label& label : other->related) {
      if (!contains(chain, label)) chain.push_back(label);
    }
  }
  return chain;
}

std::vector<std::string> environments_of(const FindingGroup& group) {
  std::set<std::string> names(group.shown->environments.begin(), group.shown->environments.end());
  for (const Finding* other : group.others)
    names.insert(other->environments.begin(), other->environments.end());
  return {names.begin(), names.end()};
}

}  // namespace smtplint::report
