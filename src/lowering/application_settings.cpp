#include "lowering/application_settings.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "knowledge/framework.h"
#include "lowering/mail/endpoint_text.h"

namespace smtplint::lowering {
namespace {

using knowledge::comparable_key;

/// The first word of a key: `smtp` of `Smtp__Host`, `spring` of `SPRING_MAIL_PORT`.
std::string group_of(std::string_view path) {
  const std::string key = comparable_key(path);
  return key.substr(0, key.find_first_of("_.-["));
}

/// What an environment may replace in a setting: the variables that the program asks for, or the one that the
/// whole text is (`${SMTP_PORT:25}`).
std::vector<std::string> variables_of(const Setting& setting) {
  if (!setting.variables.empty() || !setting.value.is(ValueType::string)) return setting.variables;
  const auto whole = overridable_in(setting.value.text().chars);
  return whole ? std::vector<std::string>{std::string(whole->name)} : std::vector<std::string>();
}

class Environment {
 public:
  explicit Environment(Settings& settings) : settings_(settings) {
    for (const Setting& setting : settings.values) {
      by_name_.try_emplace(setting.path, &setting);
      by_key_.try_emplace(comparable_key(setting.path), &setting);
    }
  }

  void replace(Settings& document) {
    for (Setting& setting : document.values) {
      if (const Setting* variable = asked_for_by(setting)) take(*variable, setting);
    }
    if (document.home != SettingsHome::file_below_environment) return;
    for (Setting& setting : document.values) {
      const auto same = by_key_.find(comparable_key(setting.path));
      if (same != by_key_.end()) take(*same->second, setting);
    }
    document.complete = document.complete && settings_.complete;
  }

  /// Variables of the groups that the document has settings of.
  void join(Settings& document) {
    if (document.home != SettingsHome::file_below_environment) return;
    std::unordered_set<std::string> groups;
    for (const Setting& setting : document.values) groups.insert(group_of(setting.path));
    for (const Setting& variable : settings_.values) {
      if (taken_.contains(&variable) || !groups.contains(group_of(variable.path))) continue;
      document.values.push_back(variable);
      joined_.insert(&variable);
    }
  }

  void remove_taken() {
    std::vector<Setting> rest;
    for (const Setting& variable : settings_.values) {
      if (!taken_.contains(&variable) && !joined_.contains(&variable)) rest.push_back(variable);
    }
    settings_.values = std::move(rest);
  }

 private:
  [[nodiscard]] const Setting* asked_for_by(const Setting& setting) const {
    for (const std::string& name : variables_of(setting)) {
      const auto variable = by_name_.find(name);
      if (variable != by_name_.end()) return variable->second;
    }
    return nullptr;
  }

  void take(const Setting& variable, Setting& setting) {
    setting.value = variable.value;
    setting.key_place = variable.key_place;
    setting.variables.clear();
    taken_.insert(&variable);
  }

  Settings& settings_;
  std::unordered_map<std::string, const Setting*> by_name_;  ///< as it is written: case counts
  std::unordered_map<std::string, const Setting*> by_key_;
  std::unordered_set<const Setting*> taken_, joined_;
};

}  // namespace

void give_environment(std::vector<Settings>& documents, Settings& settings, UnusedVariables unused) {
  Environment environment(settings);
  for (Settings& document : documents) environment.replace(document);
  if (unused == UnusedVariables::join) {
    for (Settings& document : documents) environment.join(document);
    environment.remove_taken();
  }
}

}  // namespace smtplint::lowering
