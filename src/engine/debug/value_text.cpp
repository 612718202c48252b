#include "engine/debug/value_text.h"

#include <nlohmann/json.hpp>

#include "base/letter_case.h"
#include "lowering/mail/key_role.h"

namespace smtplint::engine {
namespace {

using nlohmann::json;

constexpr unsigned deepest_value = 100;
constexpr std::string_view hidden = "***";

json number_json(const Number& number) {
  if (number.is_integer()) return number.integer;
  return std::string(number.decimal);
}

/// `user:password@` of a URL becomes `***@`.
std::string without_user(std::string text) {
  constexpr std::string_view behind_scheme = "://";
  std::size_t at = 0;
  while ((at = text.find(behind_scheme, at)) != std::string::npos) {
    at += behind_scheme.size();
    const std::size_t end = text.find_first_of("/ \"'<>", at);
    const std::size_t user_end = text.substr(0, end).rfind('@');
    if (user_end != std::string::npos && user_end > at) text.replace(at, user_end - at, hidden);
  }
  return text;
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

json reference_json(const Reference& reference) {
  return {{"reference", std::string(reference.address) + (reference.path.empty() ? "" : ".") +
                            std::string(reference.path)}};
}

class ValueWriter {
 public:
  explicit ValueWriter(const knowledge::KeyWords& words) : words_(words) {}

  [[nodiscard]] json named(std::string_view name, Value value, unsigned depth) const {
    const bool is_credential = lowering::is_credential(name, words_) && value.is_scalar();
    return is_credential && !value.is_unset() ? json(hidden) : written(value, depth);
  }

 private:
  [[nodiscard]] json written(Value value, unsigned depth) const {
    if (value.is_absent()) return nullptr;
    if (value.sensitive()) return hidden;
    if (depth > deepest_value) return "...";
    switch (value.type()) {
      case ValueType::null:
        return nullptr;
      case ValueType::boolean:
        return value.boolean();
      case ValueType::number:
        return number_json(value.number());
      case ValueType::string:
        return without_user(readable(value.text()));
      case ValueType::list:
      case ValueType::set:
      case ValueType::tuple:
        return items(value, depth);
      case ValueType::map:
      case ValueType::object:
        return entries(value, depth);
      case ValueType::reference:
        return reference_json(value.reference());
      case ValueType::unknown:
        return {{"unknown", std::string(value.reason().name)}};
      case ValueType::alternatives:
        return alternatives(value, depth);
    }
    return nullptr;
  }

  [[nodiscard]] json items(Value value, unsigned depth) const {
    json items = json::array();
    for (const Value item : value.items()) items.push_back(written(item, depth + 1));
    if (value.rest() != nullptr) items.push_back({{"unknown", std::string(value.rest()->name)}});
    return items;
  }

  /// Of `{name: "PASSWORD", value: "..."}` the name says what the value is.
  [[nodiscard]] json entries(Value value, unsigned depth) const {
    const Value name = value.find_ignoring_case("name");
    const bool pair = name.is(ValueType::string);
    json entries = json::object();
    for (const Entry& entry : value.entries()) {
      const bool of_pair = pair && equal_ignoring_case(entry.key, "value");
      entries[std::string(entry.key)] =
          named(of_pair ? name.text().chars : entry.key, entry.value, depth + 1);
    }
    if (value.rest() != nullptr) entries["..."] = {{"unknown", std::string(value.rest()->name)}};
    return entries;
  }

  [[nodiscard]] json alternatives(Value value, unsigned depth) const {
    json choices = json::array();
    for (const Alternative& choice : value.alternatives())
      choices.push_back(written(choice.value, depth + 1));
    return {{"either", choices}};
  }

  const knowledge::KeyWords& words_;
};

}  // namespace

std::string value_text(std::string_view name, Value value, const knowledge::KeyWords& words) {
  return ValueWriter(words).named(name, value, 0).dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace smtplint::engine
