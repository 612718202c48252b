#include <algorithm>

#include "base/letter_case.h"
#include "frontend/deployment/functions/computations.h"
#include "value/equality.h"

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

/// The number of the first or last element that is the wanted one; in lists letters differ in case.
Value index_in_list(Call& call, bool last) {
  const Value list = call.arguments[0], wanted = call.arguments[1];
  const auto count = static_cast<std::int64_t>(list.items().size());
  if (last && list.rest() != nullptr) return call.unknown_because(list);
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t at = last ? count - 1 - i : i;
    const Value item = list.items()[static_cast<std::size_t>(at)];
    if (!call.context.budget.spend(std::min(item.size(), wanted.size())))
      return call.limit(Limit::evaluation_steps);
    const Truth same = same_value(item, wanted);
    if (same == Truth::unknown) return call.unknown_because(item.wholly_known() ? wanted : item);
    if (same == Truth::yes) return call.integer_result(at);
  }
  return list.rest() != nullptr ? call.unknown_because(list) : call.integer_result(-1);
}

/// Makes texts of both arguments. What then cannot be searched is the result; else absent.
Value not_searchable(Call& call) {
  for (Value& argument : call.arguments) {
    argument = as_text(call.store(), argument, call.place());
    if (argument.is_absent()) return call.refuse();
  }
  return call.arguments[1].wholly_known() ? Value() : call.unknown_because(call.arguments[1]);
}

/// `*` stands for any letters.
bool is_like(std::string_view text, std::string_view pattern) {
  std::size_t at = 0, star = std::string_view::npos, behind_star = 0, i = 0;
  while (i < text.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      behind_star = i;
    } else if (at < pattern.size() && pattern[at] == text[i]) {
      ++at;
      ++i;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      i = ++behind_star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

}  // namespace

Value like(Call& call) {
  const std::string text = lower_case(call.chars(0)), pattern = lower_case(call.chars(1));
  if (!call.context.budget.spend(text.size() * pattern.size() / 64))
    return call.limit(Limit::evaluation_steps);
  return call.boolean(is_like(text, pattern));
}

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
  if (call.arguments[0].is_sequence()) return index_in_list(call, false);
  if (const Value open = not_searchable(call); !open.is_absent()) return open;
  const std::string head = known_head(call.arguments[0]);
  const std::size_t at = head.find(lower_case(call.chars(1)));
  if (at == std::string::npos && call.arguments[0].text().has_holes())
    return call.unknown_because(call.arguments[0]);
  return found_at(call, at);
}

Value last_index_of(Call& call) {
  if (call.arguments[0].is_sequence()) return index_in_list(call, true);
  if (const Value open = not_searchable(call); !open.is_absent()) return open;
  if (call.arguments[0].text().has_holes()) return call.unknown_because(call.arguments[0]);
  return found_at(call, lower_case(call.chars(0)).rfind(lower_case(call.chars(1))));
}

}  // namespace smtplint::deployment::functions
