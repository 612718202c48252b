#include "network/readings.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "base/letter_case.h"
#include "knowledge/network_words.h"
#include "model/show.h"
#include "value/agreement.h"
#include "value/number.h"

namespace smtplint::network {
namespace {

/// Whether any element satisfies a test; a scalar is its own only element.
template <typename Test>
Truth any_element(Value value, const Test& test) {
  if (value.is_unset()) return Truth::no;
  if (!value.is_sequence()) return agreed(value, test);
  Truth result = value.rest() == nullptr ? Truth::no : Truth::unknown;
  for (const Value item : value.items()) result = result | any_element(item, test);
  return result;
}

Truth same(Value left, Value right) {
  if (left.is(ValueType::reference) && right.is(ValueType::reference)) {
    return left.reference() == right.reference() ? Truth::yes : Truth::no;
  }
  const auto first = text(left);
  const auto second = text(right);
  return first && second ? truth(equal_ignoring_case(*first, *second)) : Truth::unknown;
}

}  // namespace

Truth says(Value value, const std::vector<std::string>& words) {
  return any_element(value, [&words](Value one) {
    const auto known = text(one);
    return known ? truth(knowledge::has_word(words, *known)) : Truth::unknown;
  });
}

Truth flag(Value value) {
  return agreed(value, [](Value one) {
    if (one.is(ValueType::boolean)) return truth(one.boolean());
    const auto known = text(one);
    if (!known) return one.is_unset() ? Truth::no : Truth::unknown;
    if (equal_ignoring_case(*known, "true")) return Truth::yes;
    return equal_ignoring_case(*known, "false") ? Truth::no : Truth::unknown;
  });
}

Truth given(Value value) {
  return any_element(value, [](Value one) {
    if (one.is_unset()) return Truth::no;
    if (one.is_unknown()) return Truth::unknown;
    return one.is(ValueType::string) ? truth(!one.text().chars.empty()) : Truth::yes;
  });
}

std::optional<std::int64_t> integer(Value value) {
  const auto known = text(value);
  if (!known) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(known->data(), known->data() + known->size(), number);
  return error == std::errc{} && end == known->data() + known->size() ? std::optional(number) : std::nullopt;
}

std::optional<std::string> text(Value value) {
  if (value.is(ValueType::number)) return to_text(value.number());
  if (!value.is(ValueType::string) || !value.wholly_known()) return std::nullopt;
  return std::string(value.text().chars);
}

Truth share_element(Value left, Value right) {
  return any_element(left, [right](Value one) {
    return any_element(right, [one](Value other) { return same(one, other); });
  });
}

std::string written(Value value) {
  const auto known = text(value);
  if (known) return *known;
  return value.is_unset() ? std::string() : model::show(value);
}

}  // namespace smtplint::network
