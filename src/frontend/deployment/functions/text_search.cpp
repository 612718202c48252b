#include "base/letter_case.h"
#include "frontend/deployment/functions/computations.h"

/// Where a text stands in another one; these compare without case.
namespace smtplint::deployment::functions {
namespace {

std::string known_head(Value string) {
  const std::string_view chars = string.text().chars;
  return lower_case(chars.substr(0, chars.find(hole_text)));
}

std::string known_tail(Value string) {
  const std::string_view chars = string.text().chars;
  const std::size_t hole = chars.rfind(hole_text);
  return lower_case(hole == std::string_view::npos ? chars : chars.substr(hole + hole_text.size()));
}

/// Whether the known end of a text decides that it has a beginning or ending; `open`: there is more of it.
Value decide(Call& call, bool matches, bool shorter, bool differs) {
  if (call.arguments[0].text().has_holes() && shorter && !differs)
    return call.unknown_because(call.arguments[0]);
  return call.boolean(matches);
}

Value found_at(Call& call, std::size_t at) {
  return call.integer_result(at == std::string::npos ? -1 : static_cast<std::int64_t>(at));
}

}  // namespace

Value starts_with(Call& call) {
  const std::string head = known_head(call.arguments[0]), wanted = lower_case(call.chars(1));
  const bool shorter = head.size() < wanted.size();
  return decide(call, head.starts_with(wanted), shorter, shorter && !wanted.starts_with(head));
}

Value ends_with(Call& call) {
  const std::string tail = known_tail(call.arguments[0]), wanted = lower_case(call.chars(1));
  const bool shorter = tail.size() < wanted.size();
  return decide(call, tail.ends_with(wanted), shorter, shorter && !wanted.ends_with(tail));
}

Value index_of(Call& call) {
  const std::string head = known_head(call.arguments[0]);
  const std::size_t at = head.find(lower_case(call.chars(1)));
  if (at == std::string::npos && call.arguments[0].text().has_holes())
    return call.unknown_because(call.arguments[0]);
  return found_at(call, at);
}

Value last_index_of(Call& call) {
  if (call.arguments[0].text().has_holes()) return call.unknown_because(call.arguments[0]);
  return found_at(call, lower_case(call.chars(0)).rfind(lower_case(call.chars(1))));
}

}  // namespace smtplint::deployment::functions
