#include <algorithm>

#include "base/utf8.h"
#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/pattern.h"

namespace smtplint::terraform::functions {
namespace {

enum class Joined : std::uint8_t { yes, refused };

/// Adds the items of one list; an open list ends in a hole.
Joined join_items(Call& call, Value list, ResultText& result, bool& first) {
  for (const Value item : list.items()) {
    const Value text = to_string_value(call.store(), item, call.place());
    if (text.is_unset() || refused(text)) return Joined::refused;
    if (!first) result.add_part(call.arguments[0], 0, call.chars(0).size());
    first = false;
    if (!result.add_value(text)) return Joined::refused;
    if (result.cut_off()) return Joined::yes;
  }
  if (list.rest() != nullptr) result.add_hole(list.rest());
  return Joined::yes;
}

/// Where a part of known text before or after a hole could be one half of what is searched.
bool may_cross_hole(const Text& text, const std::vector<Segment>& segments, std::string_view searched) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!segments[i].known) continue;
    const std::string_view known = text.chars.substr(segments[i].begin, segments[i].length);
    for (std::size_t part = 1; part < searched.size(); ++part) {
      const bool hole_follows = i + 1 < segments.size(), hole_precedes = i > 0;
      if (hole_follows && known.ends_with(searched.substr(0, part))) return true;
      if (hole_precedes && known.starts_with(searched.substr(part))) return true;
      if (hole_follows && hole_precedes && searched.find(known) != std::string_view::npos) return true;
    }
  }
  return false;
}

Value replace_literal(Call& call) {
  const Value string = call.arguments[0];
  const Text& text = string.text();
  const std::string_view searched = call.chars(1);
  const std::vector<Segment> segments = segments_of(text);
  if (may_cross_hole(text, segments, searched)) return call.unknown_because(string);
  ResultText result(call);
  const auto add_replacement = [&] { result.add_part(call.arguments[2], 0, call.chars(2).size()); };
  for (const Segment& segment : segments) {
    const std::string_view known = text.chars.substr(segment.begin, segment.length);
    std::size_t at = 0;
    while (segment.known && !result.cut_off()) {
      const std::size_t found = known.find(searched, at);
      if (found == std::string_view::npos) break;
      result.add_part(string, segment.begin + at, found - at);
      add_replacement();
      at = found + searched.size();
    }
    result.add_part(string, segment.begin + at, known.size() - at);
  }
  return result.finish();
}

/// Between all letters, and at both ends.
Value replace_nothing(Call& call) {
  const Value string = call.arguments[0];
  if (string.text().has_holes()) return call.unknown_because(string);
  const std::string_view chars = call.chars(0);
  ResultText result(call);
  for (std::size_t at = 0; !result.cut_off(); at += utf8::decode(chars.substr(at)).bytes) {
    result.add_part(call.arguments[2], 0, call.chars(2).size());
    if (at >= chars.size()) break;
    result.add_part(string, at, utf8::decode(chars.substr(at)).bytes);
  }
  return result.finish();
}

Value split_letters(Call& call) {
  if (call.arguments[1].text().has_holes()) return call.unknown_because(call.arguments[1]);
  std::vector<Value> items;
  const std::string_view chars = call.chars(1);
  if (!call.may_expand_to(chars.size())) return call.limit(Limit::expansion);
  for (std::size_t at = 0; at < chars.size();) {
    const std::uint32_t bytes = utf8::decode(chars.substr(at)).bytes;
    items.push_back(call.handed_on(text_part(call.store(), call.arguments[1], at, bytes)));
    at += bytes;
  }
  return call.sequence(ValueType::list, items);
}

/// The text before the first hole; what comes after a separator in a hole cannot be counted.
std::string_view certain_head(const Text& text) {
  const std::vector<Segment> segments = segments_of(text);
  const bool known = !segments.empty() && segments.front().known;
  return known ? text.chars.substr(0, segments.front().length) : std::string_view();
}

}  // namespace

Value join(Call& call) {
  ResultText result(call);
  bool first = true;
  for (std::size_t i = 1; i < call.arguments.size(); ++i) {
    if (join_items(call, call.arguments[i], result, first) == Joined::refused) return call.refuse();
  }
  return call.arguments.size() < 2 ? call.refuse() : result.finish();
}

Value split(Call& call) {
  const Value string = call.arguments[1];
  const std::string_view separator = call.chars(0);
  if (separator.empty()) return split_letters(call);
  const bool holes = string.text().has_holes();
  const std::string_view head = certain_head(string.text());
  if (holes && may_cross_hole(string.text(), segments_of(string.text()), separator)) {
    return call.unknown_because(string);
  }
  std::vector<Value> items;
  std::size_t at = 0;
  const auto add = [&](std::size_t end) {
    items.push_back(call.handed_on(text_part(call.store(), string, at, end - at)));
  };
  for (std::size_t found = head.find(separator); found != std::string_view::npos;
       found = head.find(separator, at)) {
    if (items.size() >= call.context.limits.expansion) return call.limit(Limit::expansion);
    add(found);
    at = found + separator.size();
  }
  if (holes) return call.sequence(ValueType::list, items, call.reason_of(string));
  add(string.text().chars.size());
  return call.sequence(ValueType::list, items);
}

Value replace(Call& call) {
  const std::string_view searched = call.chars(1);
  const bool pattern = searched.size() > 1 && searched.starts_with('/') && searched.ends_with('/');
  if (pattern) return replace_pattern(call, searched.substr(1, searched.size() - 2));
  return searched.empty() ? replace_nothing(call) : replace_literal(call);
}

}  // namespace smtplint::terraform::functions
