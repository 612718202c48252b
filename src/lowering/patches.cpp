#include "lowering/patches.h"

#include <algorithm>
#include <vector>

namespace smtplint::lowering {
namespace {

using knowledge::Field;

/// The name of the property in the ARM dialect; see `Properties`.
constexpr std::string_view patched_resource = "resource_id";

void merge(std::vector<SettingsPart>& parts, const std::vector<SettingsPart>& added) {
  if (parts.empty()) {
    parts = added;
    return;
  }
  for (const SettingsPart& part : added) {
    for (const Setting& setting : part.values) {
      auto& values = parts.front().values;
      const auto same =
          std::ranges::find_if(values, [&setting](const Setting& held) { return held.path == setting.path; });
      if (same == values.end()) {
        values.push_back(setting);
      } else {
        *same = setting;
      }
    }
  }
}

void apply(Mapped& patch, Mapped& target) {
  patch.absorbed = true;
  if (patch.existence.truth != Truth::yes) {
    target.complete = false;
    return;
  }
  for (const auto& [field, value] : patch.fields) {
    if (field == Field::name || field == Field::resource_group || field == Field::parent) continue;
    if (is_present(value)) target.set(field, value);
  }
  for (const auto& [field, parts] : patch.settings) merge(target.parts(field), parts);
}

}  // namespace

void apply_patches(MappedThings& things, const Linker& linker, ValueStore& store) {
  for (Mapped& thing : things) {
    if (thing.resource->dialect != Dialect::arm || thing.container != nullptr) continue;
    const PropertyReader reader(*thing.properties, Dialect::arm, store);
    const Value patched = reader.get(patched_resource);
    if (!is_present(patched)) continue;
    const knowledge::Thing kind = thing.thing();
    const LinkTarget target = linker.resolve(patched, {&kind, 1}, {});
    if (target.thing != nullptr && target.thing != &thing) {
      apply(thing, *target.thing);
      for (Mapped& part : things) {
        if (part.container == &thing) part.container = target.thing;
      }
      continue;
    }
    for (Mapped* possible : target.possible) possible->complete = false;
    thing.existing = true;
    thing.complete = false;
  }
}

}  // namespace smtplint::lowering
