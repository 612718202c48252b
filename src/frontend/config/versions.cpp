#include "frontend/config/versions.h"

#include <string>
#include <unordered_map>

#include "base/letter_case.h"
#include "value/alternatives.h"

namespace smtplint::config {

Settings joined(const std::vector<Version>& versions, ValueStore& store) {
  Settings all = versions.front().settings;
  all.values.clear();
  std::vector<Alternative> none;
  for (const Version& version : versions) {
    none.push_back({version.open == nullptr ? Value() : store.unknown(version.open), version.choices});
    all.complete = all.complete && version.open == nullptr && version.settings.complete;
  }
  std::unordered_map<std::string, std::size_t> places;
  std::vector<std::vector<Alternative>> values;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    for (const Setting& setting : versions[i].settings.values) {
      const auto [known, is_new] = places.try_emplace(lower_case(setting.path), values.size());
      if (is_new) {
        all.values.push_back(setting);
        values.push_back(none);
      }
      values[known->second][i].value = setting.value;
    }
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    all.values[i].value = join_alternatives(store, values[i], all.values[i].key_place);
  }
  return all;
}

void show_below(Settings& upper, const Settings& below, ValueStore& store) {
  std::unordered_map<std::string, Value> values;
  for (const Setting& setting : below.values) values.emplace(lower_case(setting.path), setting.value);
  for (Setting& setting : upper.values) {
    const auto known = values.find(lower_case(setting.path));
    if (known == values.end() || !setting.value.is(ValueType::alternatives)) continue;
    const auto held = setting.value.alternatives();
    std::vector<Alternative> shown(held.begin(), held.end());
    for (Alternative& one : shown) {
      if (one.value.is_absent()) one.value = known->second;
    }
    setting.value = join_alternatives(store, shown, setting.key_place);
  }
}

}  // namespace smtplint::config
