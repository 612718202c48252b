#include <algorithm>

#include "base/letter_case.h"
#include "frontend/deployment/functions/computations.h"
#include "frontend/deployment/functions/result_text.h"
#include "value/number.h"

namespace smtplint::deployment::functions {
namespace {

Value concat_arrays(Call& call) {
  std::vector<Value> items;
  for (const Value argument : call.arguments) {
    if (undecided(argument)) return call.array(items, why_unknown(call.store(), argument, call.place()));
    if (!argument.is_sequence()) return call.refuse();
    items.insert(items.end(), argument.items().begin(), argument.items().end());
    if (argument.rest() != nullptr) return call.array(items, argument.rest());
  }
  return call.array(items);
}

/// Letters that stay as they are keep their places.
Value in_case(Call& call, char (*turned)(char)) {
  const Value string = call.arguments[0];
  ResultText result(call);
  for (const Segment& segment : segments_of(string.text())) {
    const std::string_view chars = string.text().chars.substr(segment.begin, segment.length);
    std::string changed(chars);
    std::ranges::transform(changed, changed.begin(), turned);
    if (!segment.known || changed == chars) {
      result.add_part(string, segment.begin, segment.length);
    } else {
      result.add_made_of(changed, string, segment.begin, segment.length);
    }
  }
  return result.finish();
}

char upper(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

/// The length of the text that is certain at its beginning.
std::size_t certain_head(const Text& text) {
  const std::vector<Segment> segments = segments_of(text);
  return !segments.empty() && segments.front().known ? segments.front().length : 0;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

Value concat(Call& call) {
  const bool arrays = std::ranges::any_of(call.arguments, [](Value value) { return value.is_sequence(); });
  if (arrays) return concat_arrays(call);
  ResultText result(call);
  for (const Value argument : call.arguments) {
    if (argument.is_unset()) continue;
    const Value text = as_text(call.store(), argument, call.place());
    if (text.is_absent()) return call.refuse();
    result.add_all(text);
  }
  return result.finish();
}

Value to_lower(Call& call) { return in_case(call, lower_case); }

Value to_upper(Call& call) { return in_case(call, upper); }

Value trim(Call& call) {
  constexpr std::string_view space = " \t\r\n\f\v";
  const Value string = call.arguments[0];
  const std::string_view chars = call.chars(0);
  const std::size_t begin = std::min(chars.find_first_not_of(space), chars.size());
  const std::size_t end = begin == chars.size() ? begin : chars.find_last_not_of(space) + 1;
  const std::vector<Segment> segments = segments_of(string.text());
  const bool open = !segments.empty() && (!segments.front().known || !segments.back().known);
  // What is not known at an end may have space of its own.
  if (open) return call.unknown_because(string);
  return call.handed_on(text_part(call.store(), string, begin, end - begin));
}

Value pad_left(Call& call) {
  const std::int64_t width = call.integer(1);
  if (width < 0 || width > static_cast<std::int64_t>(call.context.limits.text_bytes)) return call.refuse();
  std::string fill = " ";
  if (call.count() > 2) fill = call.chars(2);
  if (fill.size() != 1) return call.refuse();
  const std::size_t size = call.chars(0).size();
  ResultText result(call);
  if (static_cast<std::size_t>(width) > size)
    result.add(std::string(static_cast<std::size_t>(width) - size, fill.front()));
  result.add_all(call.arguments[0]);
  return result.finish();
}

Value substring(Call& call) {
  const Value string = call.arguments[0];
  const std::int64_t begin = call.integer(1);
  const bool to_end = call.count() < 3;
  const std::int64_t length = to_end ? 0 : call.integer(2);
  if (begin < 0 || length < 0) return call.refuse();
  const auto from = static_cast<std::size_t>(begin);
  const std::size_t size = call.chars(0).size();
  const std::size_t head = certain_head(string.text());
  if (!is_ascii(call.chars(0).substr(0, head))) return call.unsupported();
  const std::size_t end = to_end ? size : from + static_cast<std::size_t>(length);
  if (string.text().has_holes() && (from > head || (!to_end && end > head)))
    return call.unknown_because(string);
  if (end > size || from > size) return call.refuse();
  return call.handed_on(text_part(call.store(), string, from, end - from));
}

Value join(Call& call) {
  ResultText result(call);
  bool first = true;
  for (const Value item : call.arguments[0].items()) {
    const Value text = as_text(call.store(), item, call.place());
    if (text.is_absent())
      return item.is(ValueType::alternatives) ? call.unknown_because(item) : call.refuse();
    if (!first) result.add_all(call.arguments[1]);
    first = false;
    result.add_all(text);
  }
  if (call.arguments[0].rest() != nullptr) result.add_hole(call.arguments[0].rest());
  return result.finish();
}

Value split(Call& call) {
  const Value string = call.arguments[0];
  std::vector<std::string_view> separators;
  if (call.arguments[1].is_sequence()) {
    for (const Value one : call.arguments[1].items()) {
      if (!one.is(ValueType::string)) return call.refuse();
      separators.push_back(one.text().chars);
    }
  } else if (call.arguments[1].is(ValueType::string)) {
    separators.push_back(call.chars(1));
  } else {
    return call.refuse();
  }
  const std::string_view chars = call.chars(0);
  const bool parts_names = call.context.naming && separators.size() == 1 && separators.front() == "/";
  const bool holes = string.text().has_holes();
  const std::size_t head = holes && !parts_names ? certain_head(string.text()) : chars.size();
  const std::string_view certain = chars.substr(0, head);
  std::vector<Value> items;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < certain.size();) {
    const auto here = std::ranges::find_if(separators, [&](std::string_view separator) {
      return !separator.empty() && certain.substr(at).starts_with(separator);
    });
    if (here == separators.end()) {
      ++at;
      continue;
    }
    items.push_back(call.handed_on(text_part(call.store(), string, begin, at - begin)));
    at += here->size();
    begin = at;
  }
  if (!holes || !items.empty()) {
    const bool whole = !holes || parts_names;
    if (whole) items.push_back(call.handed_on(text_part(call.store(), string, begin, chars.size() - begin)));
  }
  return call.array(items, holes ? why_unknown(call.store(), string, call.place()) : nullptr);
}

Value replace(Call& call) {
  const Value string = call.arguments[0];
  const std::string_view searched = call.chars(1);
  if (searched.empty()) return call.refuse();
  // A longer text may stand half in a part that is not known.
  if (string.text().has_holes() && searched.size() > 1) return call.unknown_because(string);
  ResultText result(call);
  for (const Segment& segment : segments_of(string.text())) {
    const std::string_view known = string.text().chars.substr(segment.begin, segment.length);
    std::size_t at = 0;
    for (std::size_t found = known.find(searched); segment.known && found != std::string_view::npos;
         found = known.find(searched, at)) {
      result.add_part(string, segment.begin + at, found - at);
      result.add_all(call.arguments[2]);
      at = found + searched.size();
    }
    result.add_part(string, segment.begin + at, known.size() - at);
  }
  return result.finish();
}

}  // namespace smtplint::deployment::functions
