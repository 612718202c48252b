#include "frontend/config/document_layers.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "frontend/config/profile_condition.h"

namespace smtplint::config {
namespace {

/// A setting of one profile: `%prod.quarkus.mailer.port` by `%*.`.
struct OfProfile {
  std::string names;  ///< as conditions have them
  std::string path;   ///< without them
};

std::optional<OfProfile> of_profile(std::string_view path, const Root& root) {
  for (const std::string& pattern : root.document_profiles) {
    const std::size_t star = pattern.find('*');
    if (star == std::string::npos || !path.starts_with(pattern.substr(0, star))) continue;
    const std::string_view behind = std::string_view(pattern).substr(star + 1);
    const std::size_t end = path.find(behind, star);
    if (end == std::string_view::npos) continue;
    std::string names(path.substr(star, end - star));
    std::erase_if(names, [](char c) { return c == '{' || c == '}'; });
    return OfProfile{std::move(names), std::string(path.substr(end + behind.size()))};
  }
  return std::nullopt;
}

/// Takes the settings of profiles out of a document; those that count are what is left of them.
Settings taken_out(Settings& document, const Root& root, const std::set<std::string>& active) {
  Settings above;
  std::vector<Setting> others;
  for (Setting& setting : document.values) {
    auto profile = of_profile(setting.path, root);
    if (!profile) {
      others.push_back(std::move(setting));
    } else if (holds_with(profile->names, active)) {
      setting.path = std::move(profile->path);
      above.values.push_back(std::move(setting));
    }
  }
  document.values = std::move(others);
  return above;
}

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
  std::vector<Settings> whole, of_profiles;
  for (Settings& document : documents) {
    const std::vector<std::string_view> conditions = conditions_of(document, root);
    const auto holds = [&active](std::string_view condition) { return holds_with(condition, active); };
    if (!conditions.empty() && std::ranges::none_of(conditions, holds)) continue;
    of_profiles.push_back(taken_out(document, root, active));
    if (whole.empty()) {
      whole.push_back(std::move(document));
    } else {
      lay_over(whole.front(), std::move(document));
    }
  }
  for (Settings& above : of_profiles) lay_over(whole.front(), std::move(above));
  return whole;
}

std::vector<std::string> profiles_named(const Settings& document, const Root& root) {
  std::vector<std::string> names;
  for (const std::string_view condition : conditions_of(document, root))
    std::ranges::move(profiles_in(condition), std::back_inserter(names));
  for (const Setting& setting : document.values) {
    if (const auto profile = of_profile(setting.path, root))
      std::ranges::move(profiles_in(profile->names), std::back_inserter(names));
  }
  return names;
}

}  // namespace smtplint::config
