#include "lowering/attachments.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/letter_case.h"
#include "lowering/mapper.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Attach;
using knowledge::AttachMode;
using knowledge::Field;
using knowledge::FieldSource;
using knowledge::FieldType;

void merge_settings(std::vector<Setting>& values, const std::vector<Setting>& added) {
  for (const Setting& setting : added) {
    const auto same = std::ranges::find(values, setting.path, &Setting::path);
    if (same == values.end()) {
      values.push_back(setting);
    } else {
      *same = setting;
    }
  }
}

class Attacher {
 public:
  Attacher(const Attach& attach, const Resource& resource, ValueStore& store)
      : attach_(attach),
        reader_(*resource.properties, resource.dialect, store),
        fields_(reader_, reader_, store),
        store_(store) {}

  void apply(const LinkTarget& target, Truth certain) {
    for (Mapped* thing : target.possible) leave_open(*thing);
    if (target.thing == nullptr) return;
    if (certain != Truth::yes) leave_open(*target.thing);
    for (const auto& [field, sources] : attach_.fields) {
      if (info(field).type == FieldType::settings) {
        apply_settings(target.thing->parts(field), sources, certain);
      } else {
        apply_value(*target.thing, field, sources, certain);
      }
    }
  }

  [[nodiscard]] Value read(const knowledge::PropertyPath& path) const { return reader_.read(path); }

 private:
  void leave_open(Mapped& thing) const {
    thing.complete = false;
    for (const auto& [field, sources] : attach_.fields) {
      if (info(field).type != FieldType::settings) continue;
      for (SettingsPart& part : thing.parts(field)) part.complete = false;
    }
  }

  void apply_settings(std::vector<SettingsPart>& parts, const std::vector<FieldSource>& sources,
                      Truth certain) {
    std::vector<SettingsPart> added = fields_.settings(sources);
    if (added.empty()) return;
    if (certain != Truth::yes) {
      for (SettingsPart& part : added) part.complete = false;
    }
    if (parts.empty() || (attach_.mode == AttachMode::replace && certain == Truth::yes)) {
      parts = std::move(added);
    } else if (attach_.mode == AttachMode::append) {
      parts.insert(parts.end(), added.begin(), added.end());
    } else {
      for (const SettingsPart& part : added) merge_settings(parts.front().values, part.values);
    }
  }

  void apply_value(Mapped& thing, Field field, const std::vector<FieldSource>& sources, Truth certain) {
    const bool list = info(field).type == FieldType::list || info(field).type == FieldType::links;
    const Value value = list ? fields_.list(sources) : fields_.scalar(sources);
    if (!is_present(value)) return;
    const Value held = thing[field];
    if (attach_.mode == AttachMode::append && held.is_sequence() && value.is_sequence()) {
      std::vector<Value> both(held.items().begin(), held.items().end());
      both.insert(both.end(), value.items().begin(), value.items().end());
      thing.set(field, store_.sequence(ValueType::tuple, both, held.provenance(), held.rest()));
    } else if (!is_present(held) || (attach_.mode == AttachMode::replace && certain == Truth::yes)) {
      thing.set(field, value);
    }
  }

  const Attach& attach_;
  PropertyReader reader_;
  FieldReader fields_;
  ValueStore& store_;
};

struct Candidate {
  const knowledge::Mapping* mapping;
  const Attach* attach;
  const knowledge::Match* match;
};

std::unordered_map<std::string, std::vector<Candidate>> by_type(
    const std::vector<knowledge::Mapping>& mappings) {
  std::unordered_map<std::string, std::vector<Candidate>> candidates;
  for (const knowledge::Mapping& mapping : mappings) {
    for (const Attach& attach : mapping.attach) {
      for (const knowledge::Match& match : attach.match) {
        candidates[lower_case(match.type)].push_back({&mapping, &attach, &match});
      }
    }
  }
  return candidates;
}

/// Keeps what the mapping is about: another one may make the same thing of other resources.
void keep(LinkTarget& target, const knowledge::Mapping& mapping) {
  if (target.thing != nullptr && target.thing->mapping != &mapping) target.thing = nullptr;
  std::erase_if(target.possible, [&mapping](const Mapped* thing) { return thing->mapping != &mapping; });
}

/// True where the resource is a part of a thing that is known.
bool attach_resource(const Resource& resource, const Candidate& candidate, const Linker& linker,
                     ValueStore& store) {
  const Truth fit = fits(resource, *candidate.match, store);
  if (fit == Truth::no) return false;
  Attacher attacher(*candidate.attach, resource, store);
  const auto& group = candidate.attach->resource_group;
  const knowledge::Thing kind = candidate.mapping->thing;
  LinkTarget target = linker.resolve(attacher.read(candidate.attach->to), {&kind, 1},
                                     group ? attacher.read(*group) : Value());
  keep(target, *candidate.mapping);
  attacher.apply(target, fit & resource.existence.truth);
  return target.thing != nullptr;
}

/// What stands for a thing that is declared elsewhere, by its resource.
std::unordered_map<const Resource*, Mapped*> stand_ins(MappedThings& things) {
  std::unordered_map<const Resource*, Mapped*> found;
  for (Mapped& thing : things) {
    if (thing.existing && thing.container == nullptr) found.emplace(thing.resource, &thing);
  }
  return found;
}

}  // namespace

void attach(const std::vector<Resource>& resources, const std::vector<knowledge::Mapping>& mappings,
            MappedThings& things, const Linker& linker, ValueStore& store) {
  if (things.empty()) return;
  const auto candidates = by_type(mappings);
  const auto stand_in_for = stand_ins(things);
  for (const Resource& resource : resources) {
    const auto found = candidates.find(lower_case(resource.type));
    if (found == candidates.end() || resource.properties == nullptr) continue;
    bool attached = false;
    for (const Candidate& candidate : found->second) {
      attached = attach_resource(resource, candidate, linker, store) || attached;
    }
    const auto stand_in = stand_in_for.find(&resource);
    if (attached && stand_in != stand_in_for.end()) stand_in->second->absorbed = true;
  }
}

}  // namespace smtplint::lowering
