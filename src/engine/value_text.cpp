#include "engine/value_text.h"

#include <nlohmann/json.hpp>

namespace smtplint::engine {
namespace {

using nlohmann::json;

constexpr unsigned deepest_value = 100;

json number_json(const Number& number) {
  if (number.is_integer()) return number.integer;
  return std::string(number.decimal);
}

/// The text with its holes written as `${name}`.
std::string readable(const Text& text) {
  if (!text.has_holes()) return std::string(text.chars);
  std::string result;
  for (const Piece& piece : text.pieces) {
    if (piece.kind == PieceKind::hole) {
      result += "${" + std::string(piece.reason->name) + "}";
    } else if (piece.kind == PieceKind::reference) {
      result += "${" + std::string(piece.reference->address) + "." + std::string(piece.reference->path) + "}";
    } else {
      result += text.chars.substr(piece.begin, piece.length);
    }
  }
  return result;
}

json value_json(Value value, unsigned depth);

json items_json(Value value, unsigned depth) {
  json items = json::array();
  for (const Value item : value.items()) items.push_back(value_json(item, depth + 1));
  if (value.rest() != nullptr) items.push_back({{"unknown", std::string(value.rest()->name)}});
  return items;
}

json entries_json(Value value, unsigned depth) {
  json entries = json::object();
  for (const Entry& entry : value.entries()) entries[std::string(entry.key)] = value_json(entry.value, depth + 1);
  if (value.rest() != nullptr) entries["..."] = {{"unknown", std::string(value.rest()->name)}};
  return entries;
}

json alternatives_json(Value value, unsigned depth) {
  json choices = json::array();
  for (const Alternative& choice : value.alternatives()) choices.push_back(value_json(choice.value, depth + 1));
  return {{"either", choices}};
}

json reference_json(const Reference& reference) {
  return {{"reference", std::string(reference.address) + (reference.path.empty() ? "" : ".") + std::string(reference.path)}};
}

json value_json(Value value, unsigned depth) {
  if (value.is_absent()) return nullptr;
  if (value.sensitive()) return "***";
  if (depth > deepest_value) return "...";
  switch (value.type()) {
    case ValueType::null:
      return nullptr;
    case ValueType::boolean:
      return value.boolean();
    case ValueType::number:
      return number_json(value.number());
    case ValueType::string:
      return readable(value.text());
    case ValueType::list:
    case ValueType::set:
    case ValueType::tuple:
      return items_json(value, depth);
    case ValueType::map:
    case ValueType::object:
      return entries_json(value, depth);
    case ValueType::reference:
      return reference_json(value.reference());
    case ValueType::unknown:
      return {{"unknown", std::string(value.reason().name)}};
    case ValueType::alternatives:
      return alternatives_json(value, depth);
  }
  return nullptr;
}

}  // namespace

std::string value_text(Value value) {
  return value_json(value, 0).dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace smtplint::engine
