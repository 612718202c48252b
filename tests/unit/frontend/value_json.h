#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "value/value.h"

namespace smtplint {

/// What is not known as JSON has it nowhere else.
inline const nlohmann::json not_known = nlohmann::json::object({{"not known", nlohmann::json()}});

/// A value as a plan writes it.
inline nlohmann::json as_json(Value value) {
  using nlohmann::json;
  if (value.is_unset()) return nullptr;
  if (value.is(ValueType::boolean)) return value.boolean();
  if (value.is(ValueType::number)) return json::parse(to_text(value.number()));
  if (value.is(ValueType::string) && !value.text().has_holes()) return std::string(value.text().chars);
  if (value.is_sequence() && value.rest() == nullptr) {
    json items = json::array();
    for (const Value item : value.items()) items.push_back(as_json(item));
    return items;
  }
  if (value.is_mapping() && value.rest() == nullptr) {
    json object = json::object();
    for (const Entry& entry : value.entries()) object[std::string(entry.key)] = as_json(entry.value);
    return object;
  }
  return not_known;
}

}  // namespace smtplint
