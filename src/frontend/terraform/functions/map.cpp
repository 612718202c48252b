#include <algorithm>
#include <map>

#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/unify.h"
#include "value/alternatives.h"
#include "value/under_choices.h"

namespace smtplint::terraform::functions {
namespace {

bool may_be_absent(Value value) {
  if (!value.is(ValueType::alternatives)) return false;
  const auto absent = [](const Alternative& one) { return one.value.is_absent(); };
  return std::ranges::any_of(value.alternatives(), absent);
}

/// The value, and where it is absent, another one.
Value or_else(Call& call, Value value, Value other) {
  if (!may_be_absent(value)) return value;
  std::vector<Alternative> choices(value.alternatives().begin(), value.alternatives().end());
  for (Alternative& one : choices) {
    if (one.value.is_absent()) one.value = other;
  }
  return join_alternatives(call.store(), choices, call.place());
}

/// Entries by key, later ones over earlier ones.
class Merged {
 public:
  explicit Merged(Call& call) : call_(call) {}

  void add(Value mapping) {
    if (mapping.rest() != nullptr) add_unknown(mapping.rest());
    for (const Entry& entry : mapping.entries()) {
      Entry& kept = entries_[entry.key];
      kept = {entry.key, or_else(call_, through_call(entry.value, mapping), kept.value), entry.key_place};
    }
  }

  /// An entry has come the way of its own mapping, not that of the others.
  [[nodiscard]] Value through_call(Value value, Value mapping) const {
    const Step step{How::call, call_.place(), call_.name(), value.provenance(), mapping.provenance()};
    return call_.store().with_provenance(value, call_.store().provenance().add(step));
  }

  /// Something that is not known may override all that came before, each under a condition of its own.
  void add_unknown(const Reason* reason) {
    rest_ = reason;
    for (auto& [key, entry] : entries_) {
      entry.value =
          unless_replaced(call_.store(), call_.context.conditions, entry.value, reason, call_.place());
    }
  }

  [[nodiscard]] std::vector<Entry> entries() const {
    std::vector<Entry> entries;
    for (const auto& [key, entry] : entries_) entries.push_back(entry);
    return entries;
  }
  [[nodiscard]] const Reason* rest() const { return rest_; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  Call& call_;
  std::map<std::string_view, Entry> entries_;
  const Reason* rest_ = nullptr;
};

/// Whether maps of these entries have one type; else Terraform makes an object of them.
bool same_types(std::span<const Entry> entries) {
  return std::ranges::all_of(entries, [entries](const Entry& entry) {
    return !entry.value.is_absent() && entry.value.type() == entries.front().value.type();
  });
}

/// A default as the elements of a map are: Terraform refuses one that cannot be converted.
Value as_element_of(Call& call, Value map, Value value) {
  if (!map.is(ValueType::map) || value.is_unset()) return value;
  for (const Entry& entry : map.entries()) {
    if (entry.value.is(ValueType::string)) return to_string_value(call.store(), value, call.place());
    if (entry.value.is(ValueType::number)) return to_number_value(call.store(), value, call.place());
    if (entry.value.is(ValueType::boolean)) return to_boolean_value(call.store(), value, call.place());
    const bool container = entry.value.is_sequence() || entry.value.is_mapping();
    if (container && value.is_scalar()) return call.refuse();
  }
  return value;
}

Value key_value(Call& call, Value mapping, const Entry& entry) {
  const ProvenanceId written = call.store().step(How::literal, entry.key_place);
  return call.store().with_element_step(call.store().string(entry.key, written), mapping, call.place(),
                                        call.name());
}

}  // namespace

Value merge(Call& call) {
  Merged merged(call);
  bool maps = !call.arguments.empty();
  for (const Value argument : call.arguments) {
    if (argument.is_unset()) continue;
    maps = maps && argument.is(ValueType::map);
    if (argument.is_unknown() || argument.is(ValueType::reference)) {
      merged.add_unknown(call.reason_of(argument));
    } else if (argument.is_mapping()) {
      merged.add(argument);
    } else {
      return call.refuse();
    }
    if (!call.may_expand_to(merged.size())) return call.limit(Limit::expansion);
  }
  const Value made = call.mapping(ValueType::object, merged.entries(), merged.rest());
  const Value result =
      call.store().with_provenance(made, call.store().step(How::call, call.place(), call.name()));
  const bool one_type = maps && result.is_mapping() && same_types(result.entries());
  return one_type ? call.store().with_type(result, ValueType::map) : result;
}

Value lookup(Call& call) {
  const Value mapping = call.arguments[0];
  const std::string_view key = call.chars(1);
  const bool has_default = call.arguments.size() > 2;
  const Value fallback = has_default ? as_element_of(call, mapping, call.arguments[2]) : Value();
  if (refused(fallback)) return call.refuse();
  const Value found = mapping.find(key);
  if (found.is_absent()) {
    if (mapping.rest() != nullptr) return call.unknown_because(mapping);
    return has_default ? call.handed_on(fallback) : call.refuse();
  }
  const Value taken = call.store().with_element_step(found, mapping, call.place(), call.name());
  if (!may_be_absent(taken)) return taken;
  return or_else(call, taken, has_default ? call.handed_on(fallback) : call.refuse());
}

Value keys(Call& call) {
  const Value mapping = call.arguments[0];
  std::vector<Value> items;
  const Reason* rest = mapping.rest();
  for (const Entry& entry : mapping.entries()) {
    if (may_be_absent(entry.value)) {
      rest = call.reason_of(entry.value);
      break;
    }
    items.push_back(key_value(call, mapping, entry));
  }
  if (mapping.rest() != nullptr) items.clear();  // an unknown key may stand before any of them
  return call.sequence(mapping.is(ValueType::map) ? ValueType::list : ValueType::tuple, items, rest);
}

Value values(Call& call) {
  const Value mapping = call.arguments[0];
  std::vector<Value> items;
  for (const Entry& entry : mapping.entries()) {
    const bool uncertain = mapping.rest() != nullptr || may_be_absent(entry.value);
    if (uncertain) return call.sequence(ValueType::tuple, items, call.reason_of(mapping));
    items.push_back(call.store().with_element_step(entry.value, mapping, call.place(), call.name()));
  }
  return call.sequence(mapping.is(ValueType::map) ? ValueType::list : ValueType::tuple, items,
                       mapping.rest());
}

Value zip_map(Call& call) {
  const Value keys = call.arguments[0], values = call.arguments[1];
  const std::optional<std::vector<Value>> names = as_strings(call, keys);
  if (!names || values.is(ValueType::set)) return call.refuse();
  if (keys.rest() != nullptr) return call.unknown_because(keys);
  if (values.rest() != nullptr) return call.unknown_because(values);
  if (names->size() != values.items().size()) return call.refuse();
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < names->size(); ++i) {
    const Value name = (*names)[i];
    if (name.is_unset()) return call.refuse();
    if (!name.wholly_known()) return call.unknown_because(name);
    const Place place = call.store().provenance().step(name.provenance()).place;
    entries.push_back({name.text().chars, values.items()[i], place});
  }
  return call.mapping(values.is(ValueType::list) ? ValueType::map : ValueType::object, std::move(entries));
}

Value transpose(Call& call) {
  if (!call.arguments[0].wholly_known()) return call.unknown_because(call.arguments[0]);
  std::map<std::string_view, std::vector<Value>> turned;
  for (const Entry& entry : call.arguments[0].entries()) {
    if (!entry.value.is_sequence()) return call.refuse();
    const std::optional<std::vector<Value>> names = as_strings(call, entry.value);
    if (!names || !call.may_expand_to(names->size())) return call.refuse();
    for (const Value name : *names) {
      if (name.is_unset()) return call.refuse();
      turned[name.text().chars].push_back(key_value(call, call.arguments[0], entry));
    }
  }
  std::vector<Entry> entries;
  for (const auto& [name, items] : turned)
    entries.push_back({name, call.sequence(ValueType::list, items), {}});
  return call.mapping(ValueType::map, std::move(entries));
}

}  // namespace smtplint::terraform::functions
