#include <algorithm>

#include "frontend/terraform/functions/json_text.h"
#include "frontend/terraform/functions/unify.h"
#include "value/arithmetic.h"

namespace smtplint::terraform::functions {
namespace {

/// Sorts lists and objects in a set; Terraform orders them by such a text.
std::string order_text(Value value) {
  std::string text;
  const auto join = [&text](const auto& inner, const char* open, const char* close) {
    text += open;
    for (const auto& part : inner) text += part + ";";
    text += close;
  };
  std::vector<std::string> parts;
  switch (value.type()) {
    case ValueType::null:
      return "~";
    case ValueType::boolean:
      return value.boolean() ? "T" : "F";
    case ValueType::number:
      return formatted_number(value.number(), 'g', 10);
    case ValueType::string:
      return json_string(value.text().chars);
    case ValueType::list:
    case ValueType::set:
    case ValueType::tuple:
      for (const Value item : value.items()) parts.push_back(order_text(item));
      join(parts, value.is(ValueType::tuple) ? "<" : "[", value.is(ValueType::tuple) ? ">" : "]");
      return text;
    case ValueType::map:
      for (const Entry& entry : value.entries())
        parts.push_back(json_string(entry.key) + ":" + order_text(entry.value));
      join(parts, "{", "}");
      return text;
    case ValueType::object:
      for (const Entry& entry : value.entries()) parts.push_back(order_text(entry.value));
      join(parts, "<", ">");
      return text;
    case ValueType::reference:
    case ValueType::unknown:
    case ValueType::alternatives:
      break;
  }
  return "?";
}

bool less(Value left, Value right) {
  if (left.is(ValueType::null) || right.is(ValueType::null)) return !left.is(ValueType::null);
  if (left.is(ValueType::string)) return left.text().chars < right.text().chars;
  if (left.is(ValueType::number)) return compare(left.number(), right.number()) < 0;
  if (left.is(ValueType::boolean)) return !left.boolean() && right.boolean();
  return order_text(left) < order_text(right);
}

/// Drops what is the same as one before it; the unknown ones are few, or cost their square of the budget.
void drop_repeated(Call& call, std::vector<Value>& items) {
  std::vector<Value> kept;
  for (const Value item : items) {
    const bool sorted = item.wholly_known();
    const std::size_t first = sorted && !kept.empty() ? kept.size() - 1 : 0;
    if (!call.context.budget.spend(kept.size() - first)) break;
    const auto same = [&call, item](Value other) { return call.same(item, other) == Truth::yes; };
    if (std::none_of(kept.begin() + static_cast<std::ptrdiff_t>(first), kept.end(), same))
      kept.push_back(item);
  }
  items = std::move(kept);
}

}  // namespace

Value make_set(Call& call, std::vector<Value> items, const Reason* rest) {
  const auto unknown =
      std::stable_partition(items.begin(), items.end(), [](Value item) { return item.wholly_known(); });
  std::stable_sort(items.begin(), unknown, less);
  drop_repeated(call, items);
  return call.sequence(ValueType::set, items, rest);
}

}  // namespace smtplint::terraform::functions
