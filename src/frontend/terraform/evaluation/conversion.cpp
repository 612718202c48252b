#include "frontend/terraform/evaluation/conversion.h"

#include <algorithm>
#include <string>
#include <utility>

#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/functions/unify.h"

namespace smtplint::terraform {
namespace {

Value mismatch(const ConversionContext& context, std::string_view wanted) {
  return context.store.unknown(ReasonKind::evaluation_error, "a " + std::string(wanted) + " is required",
                               context.place);
}

Value same_marks(ValueStore& store, Value made, Value of) {
  return of.sensitive() ? store.as_sensitive(made) : made;
}

/// The elements in one type, as Terraform finds it for `list(any)`.
Value with_one_type(const ConversionContext& context, Value made, ConstraintKind kind) {
  context.calls.place = context.place;
  functions::Call call(context.calls, "conversion", {}, made.provenance());
  if (kind == ConstraintKind::map) return functions::as_map(call, made);
  return kind == ConstraintKind::set ? functions::as_set(call, made) : functions::as_list(call, made);
}

Value to_sequence(const ConversionContext& context, Value value, const TypeConstraint& type) {
  if (!value.is_sequence()) return mismatch(context, type.kind == ConstraintKind::set ? "set" : "list");
  std::vector<Value> items;
  for (const Value item : value.items()) items.push_back(convert_to(context, item, type.elements.front()));
  const Value made = context.store.sequence(ValueType::tuple, items, value.provenance(), value.rest());
  return with_one_type(context, same_marks(context.store, made, value), type.kind);
}

Value to_map(const ConversionContext& context, Value value, const TypeConstraint& type) {
  if (!value.is_mapping()) return mismatch(context, "map");
  std::vector<Entry> entries(value.entries().begin(), value.entries().end());
  for (Entry& entry : entries) entry.value = convert_to(context, entry.value, type.elements.front());
  const Value made = context.store.mapping(ValueType::object, entries, value.provenance(), value.rest());
  return with_one_type(context, same_marks(context.store, made, value), type.kind);
}

/// What an object that is converted has under a declared attribute; absent where the conversion fails.
Value attribute_value(const ConversionContext& context, Value object,
                      const TypeConstraint::Attribute& attribute) {
  const Value given = object.find(attribute.name);
  const bool defaults = attribute.optional && attribute.fallback != nullptr;
  if (given.is_absent() && object.rest() != nullptr) return context.store.unknown(object.rest());
  if (defaults && given.is_unset()) {
    return convert_to(context, context.evaluate_fallback(*attribute.fallback), attribute.type);
  }
  if (given.is_absent()) return attribute.optional ? context.store.null(object.provenance()) : Value{};
  return convert_to(context, given, attribute.type);
}

Value to_object(const ConversionContext& context, Value value, const TypeConstraint& type) {
  if (!value.is_mapping()) return mismatch(context, "object");
  std::vector<Entry> entries;
  for (const TypeConstraint::Attribute& attribute : type.attributes) {
    const auto given = std::ranges::find(value.entries(), attribute.name, &Entry::key);
    const Value converted = attribute_value(context, value, attribute);
    if (converted.is_absent()) {
      return context.store.unknown(ReasonKind::evaluation_error,
                                   "the attribute `" + attribute.name + "` is required", context.place);
    }
    const Place key_place = given == value.entries().end() ? Place{} : given->key_place;
    entries.push_back({context.store.keep_name(attribute.name), converted, key_place});
  }
  const Value made = context.store.mapping(ValueType::object, entries, value.provenance());
  return same_marks(context.store, made, value);
}

Value to_tuple(const ConversionContext& context, Value value, const TypeConstraint& type) {
  if (!value.is_sequence() || value.rest() != nullptr || value.items().size() != type.elements.size()) {
    return mismatch(context, "tuple");
  }
  std::vector<Value> items;
  for (std::size_t i = 0; i < type.elements.size(); ++i) {
    items.push_back(convert_to(context, value.items()[i], type.elements[i]));
  }
  const Value made = context.store.sequence(ValueType::tuple, items, value.provenance());
  return same_marks(context.store, made, value);
}

Value scalars_of(const ConversionContext& context, Value value, const TypeConstraint& type) {
  std::vector<Alternative> converted;
  for (const Alternative& one : value.alternatives()) {
    const Value result = one.value.is_absent() ? one.value : convert_to(context, one.value, type);
    converted.push_back({result, one.choices});
  }
  return context.store.alternatives(converted, context.place);
}

}  // namespace

Value convert_to(const ConversionContext& context, Value value, const TypeConstraint& type) {
  const bool stays = value.is_unset() || value.is_unknown() || value.is(ValueType::reference);
  if (stays || type.kind == ConstraintKind::any) return value;
  if (value.is(ValueType::alternatives)) return scalars_of(context, value, type);
  switch (type.kind) {
    case ConstraintKind::string:
      return to_string_value(context.store, value, context.place);
    case ConstraintKind::number:
      return to_number_value(context.store, value, context.place);
    case ConstraintKind::boolean:
      return to_boolean_value(context.store, value, context.place);
    case ConstraintKind::list:
    case ConstraintKind::set:
      return to_sequence(context, value, type);
    case ConstraintKind::map:
      return to_map(context, value, type);
    case ConstraintKind::object:
      return to_object(context, value, type);
    case ConstraintKind::tuple:
      return to_tuple(context, value, type);
    case ConstraintKind::any:
      return value;
    case ConstraintKind::invalid:
      break;
  }
  return context.store.unknown(ReasonKind::evaluation_error, "the type constraint is not valid",
                               context.place);
}

}  // namespace smtplint::terraform
