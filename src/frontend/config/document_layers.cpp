#include "frontend/config/document_layers.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "frontend/config/profile_condition.h"

namespace smtplint::config {
namespace {

/// A key, or an item of the list at that key.
bool is_at(std::string_view path, std::string_view key) {
  return path.starts_with(key) && (path.size() == key.size() || path[key.size()] == '[');
}

std::vector<std::string_view> conditions_of(const Settings& document, const Root& root) {
  std::vector<std::string_view> conditions;
  for (const Setting& setting : document.values) {
    const auto names = [&setting](const std::string& key) { return is_at(setting.path, key); };
    if (setting.value.is(ValueType::string) && std::ranges::any_of(root.document_profiles, names))
      conditions.push_back(setting.value.text().chars);
  }
  return conditions;
}

}  // namespace

std::vector<Settings> laid_over_each_other(std::vector<Settings> documents, const Root& root,
                                           std::string_view profile) {
  const std::set<std::string> active = profiles_of(profile);
  std::vector<Settings> whole;
  for (Settings& document : documents) {
    const std::vector<std::string_view> conditions = conditions_of(document, root);
    const auto holds = [&active](std::string_view condition) { return holds_with(condition, active); };
    if (!conditions.empty() && std::ranges::none_of(conditions, holds)) continue;
    if (whole.empty()) {
      whole.push_back(std::move(document));
    } else {
      lay_over(whole.front(), std::move(document));
    }
  }
  return whole;
}

std::vector<std::string> profiles_named(const Settings& document, const Root& root) {
  std::vector<std::string> names;
  for (const std::string_view condition : conditions_of(document, root))
    std::ranges::move(profiles_in(condition), std::back_inserter(names));
  return names;
}

}  // namespace smtplint::config
