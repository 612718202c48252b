#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/configuration/keys.h"

namespace smtplint::engine {

/// Reads a map by a table of keys.
template <typename T>
void read_map(const ValueReader& map, std::span<const Key<T>> keys, T& target) {
  std::vector<std::string_view> known;
  std::vector<std::string_view> required;
  for (const Key<T>& key : keys) {
    known.push_back(key.info.name);
    if (key.info.required) required.push_back(key.info.name);
  }
  const auto values = map.entries(known, required);
  for (const Key<T>& key : keys) {
    const auto value = values.find(key.info.name);
    if (value != values.end()) key.read(value->second, target);
  }
}

}  // namespace smtplint::engine
