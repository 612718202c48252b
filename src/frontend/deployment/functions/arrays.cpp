#include <algorithm>

#include "base/letter_case.h"
#include "frontend/deployment/functions/computations.h"
#include "value/equality.h"

namespace smtplint::deployment::functions {
namespace {

Value element(Call& call, std::size_t i) {
  return call.store().with_element_step(call.arguments[0].items()[i], call.arguments[0], call.place(),
                                        call.name());
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A run of a text whose bounds are counted from its beginning.
Value text_run(Call& call, std::size_t begin, std::size_t end, bool to_end) {
  const Value string = call.arguments[0];
  const std::string_view chars = string.text().chars;
  const std::size_t head = string.text().has_holes() ? chars.find(hole_text) : chars.size();
  const bool certain = to_end ? begin <= head : end <= head;
  if (string.text().has_holes() && !certain) return call.unknown_because(string);
  if (!is_ascii(chars.substr(0, head))) return call.unsupported();
  const std::size_t from = std::min(begin, chars.size()), to = std::min(end, chars.size());
  return call.handed_on(text_part(call.store(), string, from, to - from));
}

Truth contains_item(Call& call, Value list, Value wanted) {
  Truth found = truth(false);
  for (const Value item : list.items()) {
    if (!call.context.budget.spend(std::min(item.size(), wanted.size()))) return Truth::unknown;
    found = found | same_value(item, wanted);
  }
  return list.rest() != nullptr ? found | Truth::unknown : found;
}

Truth contains_text(Value string, std::string_view wanted) {
  for (const Segment& segment : segments_of(string.text())) {
    if (segment.known &&
        string.text().chars.substr(segment.begin, segment.length).find(wanted) != std::string::npos)
      return Truth::yes;
  }
  return string.text().has_holes() ? Truth::unknown : truth(wanted.empty());
}

}  // namespace

Value create_array(Call& call) { return call.array(call.arguments); }

Value length(Call& call) {
  const Value value = call.arguments[0];
  if (undecided(value) || value.rest() != nullptr) return call.unknown_because(value);
  if (value.is_sequence()) return call.integer_result(static_cast<std::int64_t>(value.items().size()));
  if (value.is_mapping()) return call.integer_result(static_cast<std::int64_t>(value.entries().size()));
  if (!value.is(ValueType::string)) return call.refuse();
  if (value.text().has_holes()) return call.unknown_because(value);
  return is_ascii(call.chars(0)) ? call.integer_result(static_cast<std::int64_t>(call.chars(0).size()))
                                 : call.unsupported();
}

Value empty(Call& call) {
  const Value value = call.arguments[0];
  if (value.is_unset()) return call.boolean(true);
  if (value.is(ValueType::reference)) return call.unknown_because(value);
  if (value.is_unknown()) return call.unknown_because(value);
  if (value.is(ValueType::string)) {
    const std::vector<Segment> segments = segments_of(value.text());
    const bool some = std::ranges::any_of(segments, &Segment::known);
    return some || segments.empty() ? call.boolean(segments.empty()) : call.unknown_because(value);
  }
  if (!value.is_sequence() && !value.is_mapping()) return call.refuse();
  const bool none = value.is_sequence() ? value.items().empty() : value.entries().empty();
  return none && value.rest() != nullptr ? call.unknown_because(value) : call.boolean(none);
}

Value contains(Call& call) {
  const Value container = call.arguments[0], wanted = call.arguments[1];
  if (undecided(container)) return call.unknown_because(container);
  if (container.is_sequence()) return call.decided(contains_item(call, container, wanted), container);
  if (!wanted.wholly_known()) return call.unknown_because(wanted);
  const Value key = as_text(call.store(), wanted, call.place());
  if (key.is_absent()) return call.refuse();
  if (container.is(ValueType::string)) {
    return call.decided(contains_text(container, key.text().chars), container);
  }
  if (!container.is_mapping()) return call.refuse();
  const bool found = !container.find_ignoring_case(key.text().chars).is_absent();
  return !found && container.rest() != nullptr ? call.unknown_because(container) : call.boolean(found);
}

Value first(Call& call) {
  const Value value = call.arguments[0];
  if (undecided(value)) return call.unknown_because(value);
  if (value.is(ValueType::string)) return text_run(call, 0, 1, false);
  if (!value.is_sequence()) return call.refuse();
  if (!value.items().empty()) return element(call, 0);
  return value.rest() != nullptr ? call.unknown_because(value) : call.store().null(call.origin());
}

Value last(Call& call) {
  const Value value = call.arguments[0];
  if (undecided(value) || value.rest() != nullptr) return call.unknown_because(value);
  if (value.is(ValueType::string)) {
    const std::size_t size = call.chars(0).size();
    if (value.text().has_holes()) return call.unknown_because(value);
    return text_run(call, size == 0 ? 0 : size - 1, size, true);
  }
  if (!value.is_sequence()) return call.refuse();
  return value.items().empty() ? call.store().null(call.origin()) : element(call, value.items().size() - 1);
}

Value take(Call& call) {
  const Value value = call.arguments[0];
  const auto count = static_cast<std::size_t>(std::max<std::int64_t>(call.integer(1), 0));
  if (undecided(value)) return call.unknown_because(value);
  if (value.is(ValueType::string)) return text_run(call, 0, count, false);
  if (!value.is_sequence()) return call.refuse();
  std::vector<Value> items;
  for (std::size_t i = 0; i < std::min(count, value.items().size()); ++i) items.push_back(element(call, i));
  return call.array(items, items.size() < count ? value.rest() : nullptr);
}

Value skip(Call& call) {
  const Value value = call.arguments[0];
  const auto count = static_cast<std::size_t>(std::max<std::int64_t>(call.integer(1), 0));
  if (undecided(value)) return call.unknown_because(value);
  if (value.is(ValueType::string)) return text_run(call, count, std::string::npos, true);
  if (!value.is_sequence()) return call.refuse();
  std::vector<Value> items;
  for (std::size_t i = count; i < value.items().size(); ++i) items.push_back(element(call, i));
  return call.array(items, value.rest());
}

Value range(Call& call) {
  const std::int64_t begin = call.integer(0), count = call.integer(1);
  if (count < 0) return call.refuse();
  if (!call.may_expand_to(static_cast<std::uint64_t>(count))) return call.limit(Limit::expansion);
  std::vector<Value> items;
  for (std::int64_t i = 0; i < count; ++i) items.push_back(call.integer_result(begin + i));
  return call.array(items);
}

Value flatten(Call& call) {
  std::vector<Value> items;
  for (const Value inner : call.arguments[0].items()) {
    if (undecided(inner)) return call.array(items, why_unknown(call.store(), inner, call.place()));
    if (!inner.is_sequence()) return call.refuse();
    items.insert(items.end(), inner.items().begin(), inner.items().end());
    if (inner.rest() != nullptr) return call.array(items, inner.rest());
  }
  return call.array(items, call.arguments[0].rest());
}

}  // namespace smtplint::deployment::functions
