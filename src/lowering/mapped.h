#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/mapping.h"
#include "lowering/field_reader.h"
#include "resource/resource.h"

namespace smtplint::lowering {

/// A resource, or a part of one, in the words of its mapping: every field has its value, where it has one.
struct Mapped {
  const knowledge::Mapping* mapping = nullptr;
  const Resource* resource = nullptr;
  std::string inner;  ///< path within the resource of what is written inside another thing: `subnet[0]`
  std::shared_ptr<const Properties> properties;
  Place place;
  Existence existence;
  Mapped* container = nullptr;  ///< the thing that it is written in
  bool existing = false;        ///< declared elsewhere
  bool absorbed = false;        ///< only changes another thing, and has done so
  bool complete = true;         ///< false where more may belong to it, or be attached to it, than is known
  std::vector<std::pair<knowledge::Field, Value>>
      fields;  ///< those that have a value: few of all that there are
  std::vector<std::pair<knowledge::Field, std::vector<SettingsPart>>>
      settings;  ///< of those fields that have some

  [[nodiscard]] knowledge::Thing thing() const { return mapping->thing; }
  [[nodiscard]] Value operator[](knowledge::Field field) const {
    const auto held = std::ranges::find(fields, field, &std::pair<knowledge::Field, Value>::first);
    return held == fields.end() ? Value() : held->second;
  }
  void set(knowledge::Field field, Value value);
  /// The parts of a field of settings.
  [[nodiscard]] std::vector<SettingsPart>& parts(knowledge::Field field);
  /// Of the resource; of what is written inside another thing, with the path there.
  [[nodiscard]] std::string address() const;
};

/// All things of one deployment, in the order of its resources; what is written inside a thing follows it.
using MappedThings = std::deque<Mapped>;

}  // namespace smtplint::lowering
