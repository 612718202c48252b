#include "lowering/settings_builder.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "lowering/stored_settings.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;

/// The image of a thing that has one only.
Setting known_image(const Mapped& container, const ValueStore& store) {
  const Value images = container[Field::images];
  if (!images.is_sequence() || images.items().size() != 1) return {};
  const Value image = images.items().front();
  if (!image.is(ValueType::string)) return {};
  const Place place = store.provenance().step(image.provenance()).place;
  return {std::string(to_string(Field::images)), image, place.known() ? place : container.place};
}

class SettingsBuilder {
 public:
  explicit SettingsBuilder(Assembly& assembly) : assembly_(assembly) {}

  void build() {
    for (Mapped& thing : assembly_.things) {
      if (thing.thing() == Thing::container) take_in(thing);
    }
    for (Mapped& thing : assembly_.things) {
      const bool runs = thing.thing() == Thing::workload || thing.thing() == Thing::container ||
                        thing.thing() == Thing::machine_setup;
      if (runs && !thing.absorbed && !taken_in_.contains(thing.resource)) add_blocks(thing);
    }
  }

 private:
  /// Settings that a container names come below its own; where two of them set the same, the later one
  /// counts.
  void take_in(Mapped& container) {
    std::vector<LinkTarget> named = assembly_.linker.targets(container, Field::settings_from);
    std::ranges::reverse(named);
    for (const LinkTarget& source : named) {
      std::vector<SettingsPart>& parts = container.parts(Field::settings);
      if (parts.empty()) {
        parts.push_back({std::string(to_string(Field::settings_from)), {}, true, container.place});
      }
      SettingsPart& own = parts.front();
      if (source.thing == nullptr) {
        own.complete = false;
        continue;
      }
      taken_in_.insert(source.thing->resource);
      for (const SettingsPart& part : source.thing->parts(Field::settings)) {
        own.complete = own.complete && part.complete;
        add_missing(own, part);
      }
    }
    const Value sources = container[Field::settings_from];
    const bool more = sources.is_unknown() || sources.rest() != nullptr;
    for (SettingsPart& part : container.parts(Field::settings)) part.complete = part.complete && !more;
  }

  static void add_missing(SettingsPart& own, const SettingsPart& part) {
    for (const Setting& setting : part.values) {
      const auto same = std::ranges::find(own.values, setting.path, &Setting::path);
      if (same == own.values.end()) own.values.push_back(setting);
    }
  }

  /// Nobody asks the thing for them afterwards.
  void add_blocks(Mapped& thing) {
    std::vector<SettingsPart> parts = std::move(thing.parts(Field::settings));
    for (const Field field : {Field::secret_settings, Field::connection_strings}) {
      for (SettingsPart& added : thing.parts(field)) {
        if (field == Field::secret_settings) hide(added);
        if (parts.empty()) {
          parts.push_back(std::move(added));
        } else {
          parts.front().complete = parts.front().complete && added.complete;
          add_missing(parts.front(), added);
        }
      }
    }
    // The image alone may say what runs.
    if (parts.empty() && !known_image(thing, assembly_.store).value.is_absent())
      parts.push_back({{}, {}, true, thing.place});
    for (SettingsPart& part : parts) add_block(thing, std::move(part));
  }

  void hide(SettingsPart& part) {
    for (Setting& setting : part.values) setting.value = assembly_.store.as_sensitive(setting.value);
  }

  void add_block(const Mapped& thing, SettingsPart part) {
    const Mapped* runner = &thing;
    if (thing.thing() == Thing::machine_setup) runner = assembly_.linker.target(thing, Field::parent).thing;
    while (runner != nullptr && runner->thing() != Thing::workload) runner = runner->container;
    const auto workload = assembly_.id<model::Workload>(runner);
    const std::string inside = thing.inner.empty() || part.document.empty() ? "" : thing.inner + ".";
    Settings settings;
    settings.owner = thing.resource->address;
    settings.document = inside + part.document;
    settings.complete = part.complete;
    settings.image = known_image(thing, assembly_.store);
    settings.values = std::move(part.values);
    for (Setting& setting : settings.values) setting.value = held_by_secret(assembly_, setting.value);
    settings.place = part.place.known() ? part.place : thing.place;
    assembly_.lowered.settings.push_back({workload, std::move(settings)});
  }

  Assembly& assembly_;
  std::unordered_set<const Resource*> taken_in_;
};

}  // namespace

void build_settings(Assembly& assembly) {
  SettingsBuilder(assembly).build();
  build_stored_settings(assembly);
}

}  // namespace smtplint::lowering
