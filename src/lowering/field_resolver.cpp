#include "lowering/field_resolver.h"

#include <algorithm>

#include "base/letter_case.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::DefaultRow;
using knowledge::Field;
using knowledge::FieldMapping;
using knowledge::FieldType;

constexpr unsigned most_links = 6;  ///< that a field is inherited through

bool is_value(Field field) {
  return info(field).type == FieldType::scalar || info(field).type == FieldType::list;
}

bool could_be_written(const Mapped& thing, const FieldMapping& mapping) {
  return !(thing.resource->dialect == Dialect::arm ? mapping.arm : mapping.azurerm).empty();
}

/// Whether a row is about the thing; unknown where that depends on an API version that is not known.
Truth applies(const DefaultRow& row, const Resource& resource) {
  const bool arm = resource.dialect == Dialect::arm;
  if (row.dialect != DefaultRow::Applies::both && (row.dialect == DefaultRow::Applies::arm) != arm) {
    return Truth::no;
  }
  const auto same = [&resource](const std::string& type) { return equal_ignoring_case(type, resource.type); };
  if (!row.types.empty() && std::ranges::none_of(row.types, same)) return Truth::no;
  if (row.from_api_version.empty()) return Truth::yes;
  if (resource.api_version.size() < row.from_api_version.size()) return Truth::unknown;
  return truth(resource.api_version.substr(0, row.from_api_version.size()) >= row.from_api_version);
}

}  // namespace

FieldResolver::FieldResolver(MappedThings& things, const Linker& linker, ValueStore& store)
    : things_(things), linker_(linker), store_(store) {}

void FieldResolver::resolve_all() {
  for (Mapped& thing : things_) {
    for (const FieldMapping& mapping : thing.mapping->fields) {
      if (info(mapping.field).type != FieldType::settings) (void)resolve(thing, mapping.field, 0);
    }
  }
}

Value FieldResolver::resolve(Mapped& thing, Field field, unsigned depth) {
  const Value held = thing[field];
  if (is_present(held) || depth == most_links) return held;
  const FieldMapping* mapping = thing.mapping->field(field);
  if (mapping == nullptr) return held;
  Value found;
  if (mapping->inherit) found = inherited(thing, *mapping, depth);
  if (!is_present(found)) found = Value();
  if (found.is_absent() && !thing.existing) found = by_default(thing, *mapping);
  const bool outside = is_value(field) || (depth > 0 && could_be_written(thing, *mapping));
  if (found.is_absent() && thing.existing && outside) {
    found = store_.unknown(ReasonKind::data_source, thing.resource->address, thing.place);
  }
  if (found.is_absent()) return held;
  thing.set(field, found);
  return found;
}

Value FieldResolver::inherited(Mapped& thing, const FieldMapping& mapping, unsigned depth) {
  const Field link = *mapping.inherit;
  const bool written_in = link == Field::parent && thing.container != nullptr;
  const Value written = written_in ? Value() : resolve(thing, link, depth + 1);
  const LinkTarget target = linker_.target(thing, link);
  if (target.thing != nullptr) {
    const Value value = resolve(*target.thing, mapping.field, depth + 1);
    const bool not_known = target.thing->existing && value.is_unknown();
    return mapping.inherit_known && not_known ? Value() : value;
  }
  if (!is_present(written) || is_scope_id(written) || mapping.inherit_known) return {};
  return store_.unknown(reason_of(written, store_), written.provenance());
}

Value FieldResolver::by_default(const Mapped& thing, const FieldMapping& mapping) const {
  for (const DefaultRow& row : mapping.defaults) {
    const Truth about = applies(row, *thing.resource);
    if (about == Truth::yes) return from_table(row.value, store_);
    if (about == Truth::unknown) {
      return store_.unknown(ReasonKind::no_value, "apiVersion", thing.place);
    }
  }
  return {};
}

}  // namespace smtplint::lowering
