#include "lowering/mapper.h"

#include <algorithm>

#include "base/letter_case.h"
#include "lowering/condition.h"
#include "lowering/words.h"
#include "value/joint_existence.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::FieldSource;
using knowledge::FieldType;

constexpr unsigned most_containment = 6;

void set_fixed(const std::vector<knowledge::FixedField>& fixed, Mapped& thing, ValueStore& store) {
  for (const knowledge::FixedField& one : fixed) thing.set(one.field, from_table(one.value, store));
}

/// What the decision hangs on.
std::string undecided_part(const knowledge::Match& match) {
  const knowledge::Condition& first = match.when.front();
  return first.names.given() ? "arguments" : first.path.text();
}

bool may_be_open(const Resource& resource, const knowledge::Mapping& mapping, ValueStore& store) {
  if (mapping.open_if.empty()) return false;
  const PropertyReader reader(*resource.properties, resource.dialect, store);
  return all_hold(mapping.open_if, reader, {resource.type, nullptr}) != Truth::no;
}

std::string element_path(const knowledge::PropertyPath& path, std::size_t position) {
  std::string text = path.text();
  const std::size_t star = text.rfind("[*]");
  if (star == std::string::npos) return text;
  return text.substr(0, star) + "[" + std::to_string(position) + "]" + text.substr(star + 3);
}

}  // namespace

Truth fits(const Resource& resource, const knowledge::Match& match, ValueStore& store) {
  if (match.source.given() && !match.source.matches(resource.source)) return Truth::no;
  if (match.when.empty()) return Truth::yes;
  const PropertyReader reader(*resource.properties, resource.dialect, store);
  return all_hold(match.when, reader, {resource.type, nullptr});
}

Mapper::Mapper(const std::vector<knowledge::Mapping>& mappings, ValueStore& store, const Decoders* decoders)
    : mappings_(mappings), store_(store), decoders_(decoders) {
  for (const knowledge::Mapping& mapping : mappings) {
    for (const knowledge::Match& match : mapping.match) {
      by_type_[lower_case(match.type)].push_back({&mapping, &match});
    }
  }
}

const knowledge::Mapping* Mapper::mapping(std::string_view id) const {
  const auto found = std::ranges::find(mappings_, id, &knowledge::Mapping::id);
  return found == mappings_.end() ? nullptr : &*found;
}

MappedThings Mapper::map(const std::vector<Resource>& resources) {
  MappedThings things;
  for (const Resource& resource : resources) map_resource(resource, things);
  return things;
}

void Mapper::map_resource(const Resource& resource, MappedThings& things) {
  const auto candidates = by_type_.find(lower_case(resource.type));
  if (candidates == by_type_.end() || resource.properties == nullptr) return;
  bool mapped = false;
  for (const Candidate candidate : candidates->second) {
    if (!candidate.mapping->fallback) mapped = map_as(resource, candidate, things) || mapped;
  }
  for (const Candidate candidate : candidates->second) {
    if (candidate.mapping->fallback && !mapped) mapped = map_as(resource, candidate, things);
  }
}

bool Mapper::map_as(const Resource& resource, Candidate candidate, MappedThings& things) {
  const Truth fit = fits(resource, *candidate.match, store_);
  if (fit == Truth::no) return false;
  present_.insert(candidate.mapping->id);
  Mapped& thing = things.emplace_back();
  thing.mapping = candidate.mapping;
  thing.resource = &resource;
  thing.properties = resource.properties;
  thing.place = resource.place;
  thing.existence = resource.existence;
  if (fit == Truth::unknown) {
    thing.existence =
        both(thing.existence, {Truth::unknown, undecided_part(*candidate.match), resource.place});
  }
  thing.existing = candidate.match->existing;
  thing.complete = !thing.existing && !may_be_open(resource, *candidate.mapping, store_);
  set_fixed(candidate.match->set, thing, store_);
  read_fields(thing);
  map_contained(thing, 0, things);
  return true;
}

void Mapper::read_fields(Mapped& thing) {
  const PropertyReader reader(*thing.properties, thing.resource->dialect, store_);
  const PropertyReader whole(*thing.resource->properties, thing.resource->dialect, store_);
  const FieldReader fields(reader, whole, store_, decoders_);
  for (const knowledge::FieldMapping& field : thing.mapping->fields) {
    const bool arm = thing.resource->dialect == Dialect::arm;
    const std::vector<FieldSource>& sources = arm ? field.arm : field.azurerm;
    Value value;
    switch (info(field.field).type) {
      case FieldType::scalar:
      case FieldType::link:
        value = fields.scalar(sources);
        break;
      case FieldType::list:
      case FieldType::links:
        value = fields.list(sources);
        break;
      case FieldType::settings:
        if (std::vector<SettingsPart> parts = fields.settings(sources); !parts.empty())
          thing.parts(field.field) = std::move(parts);
        continue;
    }
    if (!value.is_absent()) thing.set(field.field, value);
  }
  thing.fields.shrink_to_fit();
}

void Mapper::map_contained(Mapped& outer, unsigned depth, MappedThings& things) {
  if (depth == most_containment) return;
  const PropertyReader reader(*outer.properties, outer.resource->dialect, store_);
  for (const knowledge::Contains& contains : outer.mapping->contains) {
    const bool arm = outer.resource->dialect == Dialect::arm;
    for (const knowledge::PropertyPath& path : arm ? contains.arm : contains.azurerm) {
      const Value value = reader.read(path);
      if (value.is_absent()) continue;
      if (value.is_unknown() || value.rest() != nullptr) outer.complete = false;
      const std::string prefix = outer.inner.empty() ? "" : outer.inner + ".";
      if (value.is_mapping()) {
        map_objects(value, prefix + path.text(), contains, outer, depth, things);
        continue;
      }
      if (!value.is_sequence()) continue;
      for (std::size_t i = 0; i < value.items().size(); ++i) {
        map_objects(value.items()[i], prefix + element_path(path, i), contains, outer, depth, things);
      }
    }
  }
}

void Mapper::map_objects(Value value, const std::string& path, const knowledge::Contains& contains,
                         Mapped& outer, unsigned depth, MappedThings& things) {
  if (value.is_unset()) return;
  if (!value.is_mapping()) {
    outer.complete = false;
    return;
  }
  Mapped& thing = things.emplace_back();
  const Place place = store_.provenance().step(value.provenance()).place;
  thing.mapping = mapping(contains.mapping);
  thing.resource = outer.resource;
  thing.inner = path;
  thing.place = place.known() ? place : outer.place;
  thing.properties = properties_of(value, thing.place);
  thing.existence = outer.existence;
  thing.container = &outer;
  thing.existing = outer.existing;
  set_fixed(contains.set, thing, store_);
  read_fields(thing);
  map_contained(thing, depth + 1, things);
}

}  // namespace smtplint::lowering
