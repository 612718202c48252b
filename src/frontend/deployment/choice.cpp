#include "frontend/deployment/choice.h"

#include <optional>
#include <string>
#include <vector>

#include "value/alternatives.h"
#include "value/number.h"
#include "value/segments.h"

namespace smtplint::deployment {
namespace {

/// As it stands in the path of a symbol; nothing for what is not known or no key.
std::optional<std::string> key_text(Value key) {
  if (key.is(ValueType::number)) return "[" + to_text(key.number()) + "]";
  if (key.is(ValueType::string) && !key.text().has_holes()) return std::string(key.text().chars);
  return std::nullopt;
}

/// Absent where there is none.
Value found_in(Value container, Value key, const std::string& text) {
  if (container.is_mapping() && key.is(ValueType::string)) return container.find_ignoring_case(text);
  if (!container.is_sequence() || !key.is(ValueType::number)) return {};
  const std::int64_t at = key.number().integer;
  const bool inside = at >= 0 && at < static_cast<std::int64_t>(container.items().size());
  return inside ? container.items()[static_cast<std::size_t>(at)] : Value();
}

Value missing(EvaluationState& state, Value container, const std::string& key, const Access& access) {
  const bool open = (container.is_mapping() || container.is_sequence()) && container.rest() != nullptr;
  if (open) return state.store.unknown(container.rest());
  return access.safe ? state.store.null() : state.refuse("there is no element `" + key + "`", access.place);
}

}  // namespace

Value either(EvaluationState& state, Value condition, Value yes, Value no, std::string_view operation,
             Place place) {
  ValueStore& store = state.store;
  std::vector<Alternative> branches;
  if (condition.is(ValueType::alternatives)) {
    for (const Alternative& one : condition.alternatives()) {
      const Reason* open = why_unknown(store, one.value, place);
      const bool decided = one.value.is(ValueType::boolean);
      if (!decided && open == nullptr) open = store.reason(ReasonKind::evaluation_error, operation, place);
      branches.push_back({!decided ? store.unknown(open) : one.value.boolean() ? yes : no, one.choices});
    }
  } else {
    const std::uint32_t id = state.conditions.id_of(condition, store.provenance());
    branches.push_back({yes, store.keep(std::vector{Choice{id, true}})});
    branches.push_back({no, store.keep(std::vector{Choice{id, false}})});
  }
  const Value joined = join_alternatives(store, branches, place);
  const bool lost = joined.is_unknown() && joined.reason().kind == ReasonKind::conflict;
  const Value result = lost ? store.unknown(why_unknown(store, condition, place)) : joined;
  return condition.sensitive() ? store.as_sensitive(result) : result;
}

Value element(EvaluationState& state, Value container, Value key, const Access& access) {
  ValueStore& store = state.store;
  if (container.is(ValueType::alternatives) || key.is(ValueType::alternatives)) {
    const Value both[] = {container, key};
    return map_alternatives(store, both, Reach::top, access.place, [&](std::span<const Value> taken) {
      return element(state, taken[0], taken[1], access);
    });
  }
  if (container.is_unknown()) return store.with_step(container, How::element, access.place);
  if (container.is_unset() && access.safe) return container;
  const std::optional<std::string> text = key_text(key);
  if (!text) {
    const Reason* reason = why_unknown(store, key, access.place);
    return reason != nullptr ? store.unknown(reason) : state.refuse("this is no index", access.place);
  }
  if (container.is(ValueType::reference)) {
    const Reference& symbol = container.reference();
    const bool dot = !symbol.path.empty() && !text->starts_with('[');
    return store.reference(symbol.address, std::string(symbol.path) + (dot ? "." : "") + *text,
                           store.step(How::attribute, access.place, {}, container.provenance()));
  }
  const Value found = found_in(container, key, *text);
  return found.is_absent() ? missing(state, container, *text, access)
                           : store.with_element_step(found, container, access.place, access.written);
}

}  // namespace smtplint::deployment
