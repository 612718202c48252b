#include <algorithm>
#include <charconv>
#include <optional>

#include "frontend/deployment/functions/computations.h"
#include "frontend/deployment/functions/result_text.h"
#include "syntax/json/literal.h"
#include "value/number.h"

/// Texts with placeholders, as .NET fills them.
namespace smtplint::deployment::functions {
namespace {

/// `{0}`, `{1:D2}`: the number of the argument and the digits that it is filled up to.
struct Placeholder {
  std::size_t argument = 0;
  std::size_t digits = 0;
  bool plain = true;
};

std::optional<Placeholder> read_placeholder(std::string_view inner) {
  Placeholder found;
  const auto [end, error] = std::from_chars(inner.data(), inner.data() + inner.size(), found.argument);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view how = inner.substr(static_cast<std::size_t>(end - inner.data()));
  if (how.empty()) return found;
  if (how.size() > 2 && (how.starts_with(":D") || how.starts_with(":d"))) {
    std::from_chars(how.data() + 2, how.data() + how.size(), found.digits);
  } else {
    found.plain = false;
  }
  return found;
}

std::string quoted(std::string_view chars) {
  std::string json = json::encode_text(chars);
  for (std::size_t at = json.find('\''); at != std::string::npos; at = json.find('\'', at + 2))
    json.insert(at, 1, '\\');
  return "'" + json + "'";
}

/// A list or an object in a text: JSON with single quotes. False where it is longer than it may be.
bool show(Call& call, Value value, std::string& text) {
  if (text.size() > call.context.limits.text_bytes || !call.context.budget.spend()) return false;
  if (value.is_unset()) text += "null";
  if (value.is(ValueType::boolean)) text += value.boolean() ? "true" : "false";
  if (value.is(ValueType::number)) text += to_text(value.number());
  if (value.is(ValueType::string)) text += quoted(value.text().chars);
  if (value.is_sequence()) {
    for (const Value& item : value.items()) {
      text += &item == &value.items().front() ? "[" : ",";
      if (!show(call, item, text)) return false;
    }
    text += value.items().empty() ? "[]" : "]";
  }
  if (value.is_mapping()) {
    for (const Entry& entry : value.entries()) {
      text += (&entry == &value.entries().front() ? "{" : ",") + quoted(entry.key) + ":";
      if (!show(call, entry.value, text)) return false;
    }
    text += value.entries().empty() ? "{}" : "}";
  }
  return true;
}

Value shown(Call& call, Value value) {
  std::string text;
  return show(call, value, text) ? call.string(text) : call.limit(Limit::text_bytes);
}

bool add_argument(Call& call, const Placeholder& placeholder, ResultText& result) {
  const Value value = call.arguments[placeholder.argument + 1];
  if (value.is_unset()) return true;
  Value text = as_text(call.store(), value, call.place());
  if (text.is_absent() && value.wholly_known()) text = shown(call, value);
  if (!text.is(ValueType::string)) return false;
  const std::size_t size = text.text().chars.size();
  if (placeholder.digits > size && placeholder.digits < 1000)
    result.add(std::string(placeholder.digits - size, '0'));
  result.add_all(text);
  return true;
}

}  // namespace

Value format(Call& call) {
  const Value pattern = call.arguments[0];
  const std::string_view chars = call.chars(0);
  if (pattern.text().has_holes()) return call.unknown_because(pattern);
  ResultText result(call);
  for (std::size_t at = 0; at < chars.size();) {
    const std::size_t next = std::min(chars.find_first_of("{}", at), chars.size());
    result.add_part(pattern, at, next - at);
    if (next == chars.size()) break;
    if (next + 1 < chars.size() && chars[next + 1] == chars[next]) {
      result.add_part(pattern, next, 1);
      at = next + 2;
      continue;
    }
    const std::size_t end = chars.find('}', next);
    if (chars[next] == '}' || end == std::string_view::npos) return call.refuse();
    const auto placeholder = read_placeholder(chars.substr(next + 1, end - next - 1));
    if (!placeholder || placeholder->argument + 1 >= call.count()) return call.refuse();
    if (!placeholder->plain) return call.unsupported();
    if (!add_argument(call, *placeholder, result)) return call.unsupported();
    at = end + 1;
  }
  return result.finish();
}

}  // namespace smtplint::deployment::functions
