#include <algorithm>

#include "base/limit.h"
#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/pure_data.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/modules/modules.h"
#include "value/alternatives.h"

namespace smtplint::terraform {
namespace {

const InstanceKey& key_of(const Instance* instance) { return instance->key; }
const InstanceKey& key_of(const ModuleInstance* module) { return module->call->key; }

bool has_key(const InstanceKey& own, Value key) {
  if (own.kind == InstanceKey::Kind::number) return whole_number(key) == own.index;
  return own.kind == InstanceKey::Kind::text && key.is(ValueType::string) && key.text().chars == own.text;
}

/// The instance under a key; where the keys are not all known, the one that stands for the others.
template <typename T>
T* instance_under(const std::vector<T*>& instances, Value key) {
  T* open = nullptr;
  for (T* instance : instances) {
    if (has_key(key_of(instance), key)) return instance;
    if (key_of(instance).kind == InstanceKey::Kind::unknown) open = instance;
  }
  return open;
}

std::string_view address_of(const Instance* instance) { return instance->address; }
std::string_view address_of(const ModuleInstance* module) { return module->address; }

/// A resource or module with `count` or `for_each` as a whole: its instances as symbols.
template <typename Set>
Value whole_set(ValueStore& store, const Set& set, ProvenanceId origin) {
  std::vector<Value> items;
  std::vector<Entry> entries;
  for (const auto* instance : set.instances) {
    const InstanceKey& key = key_of(instance);
    const Value symbol = store.reference(address_of(instance), {}, origin);
    if (set.kind == Expansion::Kind::single) return symbol;
    if (key.kind == InstanceKey::Kind::number) items.push_back(symbol);
    if (key.kind == InstanceKey::Kind::text) entries.push_back({key.text, symbol, {}});
  }
  if (set.kind == Expansion::Kind::counted) return store.sequence(ValueType::tuple, items, origin, set.open);
  sort_entries(entries);
  return store.mapping(ValueType::object, entries, origin, set.open);
}

}  // namespace

Value Evaluator::missing_instance(const Target& target, const Use& use) {
  const bool module = target.kind == Target::Kind::module_set;
  const Expansion::Kind kind = module ? target.modules->kind : target.resource_set->kind;
  const bool empty = module ? target.modules->instances.empty() : target.resource_set->instances.empty();
  if (kind != Expansion::Kind::single || !empty) return {};
  const Progress progress = module ? target.modules->progress : target.resource_set->progress;
  if (progress != Progress::running) return deployment_.cut_off(Limit::evaluation_steps, use.place);
  return deployment_.refuse("`" + std::string(use.text) + "` refers to itself", use.place);
}

Target Evaluator::take_index(Target target, Value key, const Use& use) {
  if (key.is(ValueType::alternatives)) {
    return with_value(map_alternatives(
        store(), {&key, 1}, Reach::top, use.place,
        [&](std::span<const Value> taken) { return value_of(take_index(target, taken[0], use), use); }));
  }
  const bool decided = key.wholly_known();
  if (target.kind == Target::Kind::module_set && target.modules->kind != Expansion::Kind::single) {
    ModuleInstance* module = decided ? instance_under(target.modules->instances, key) : nullptr;
    if (module != nullptr) {
      target.kind = Target::Kind::module_instance;
      target.module = module;
      return target;
    }
  }
  if (target.kind == Target::Kind::resource_set && target.resource_set->kind != Expansion::Kind::single) {
    Instance* instance = decided ? instance_under(target.resource_set->instances, key) : nullptr;
    if (instance != nullptr) {
      target.kind = Target::Kind::resource_instance;
      target.instance = instance;
      return target;
    }
  }
  if (target.kind != Target::Kind::value) target = with_value(value_of(target, use));
  return take_of_value(target, key, use);
}

Target Evaluator::take_of_value(const Target& target, Value key, const Use& use) {
  const Value container = target.value;
  if (container.is(ValueType::reference)) return take_of_symbol(container, key, use);
  Target taken;
  if (container.is_unknown()) {
    taken.value = has_refusal(container)
                      ? container
                      : store().with_element_step(container, container, use.place, use.text);
    return taken;
  }
  const auto element_of = [&](std::span<const Value> one) {
    return element_at(store(), one[0], key, use.place);
  };
  const Value element = container.is(ValueType::alternatives)
                            ? map_alternatives(store(), {&container, 1}, Reach::top, use.place, element_of)
                            : element_of({&container, 1});
  if (target.instance != nullptr) {
    taken.instance = target.instance;
    taken.path = key.is(ValueType::string) && container.is_mapping()
                     ? path_with_attribute(target.path, key.text().chars)
                     : path_with_index(target.path, key);
    const bool computed =
        container.is_mapping() && key.is(ValueType::string) && container.find(key.text().chars).is_unset();
    if (computed) {
      const ProvenanceId origin = store().step(How::attribute, use.place, use.text);
      taken.value = store().reference(target.instance->address, taken.path, origin);
      taken.instance = nullptr;
      return taken;
    }
  }
  taken.value = store().with_element_step(element, container, use.place, use.text);
  return taken;
}

Target Evaluator::take_of_symbol(Value symbol, Value key, const Use& use) {
  const Reference& reference = symbol.reference();
  const bool named = key.is(ValueType::string) && !key.text().has_holes();
  if (reference.path.empty() && named) {
    const Referenced referenced = deployment_.find(reference.address);
    if (referenced.module != nullptr) return with_value(output_of(*referenced.module, key.text().chars, use));
    if (referenced.resource != nullptr) return property_of(*referenced.resource, key.text().chars, use);
  }
  const std::string path = named && is_name(key.text().chars)
                               ? path_with_attribute(reference.path, key.text().chars)
                               : path_with_index(reference.path, key);
  const ProvenanceId origin = store().step(How::attribute, use.place, use.text, symbol.provenance());
  return with_value(store().reference(reference.address, path, origin));
}

Target Evaluator::property_of(Instance& instance, std::string_view name, const Use& use) {
  Target target;
  const auto symbol = [&] {
    return store().reference(instance.address, name, store().step(How::attribute, use.place, use.text));
  };
  if (const std::optional<Value> computed = pure_attribute(*this, modules_, deployment_, instance, name)) {
    target.value = store().with_step(*computed, How::attribute, use.place, use.text);
    return target;
  }
  const int index = instance.configured->property_index(name);
  if (index < 0) {
    target.value = symbol();
    return target;
  }
  const Value value = modules_.property(instance, static_cast<std::uint32_t>(index));
  target.value = value.is_unset() ? symbol() : store().with_step(value, How::attribute, use.place, use.text);
  if (!instance.configured->properties[static_cast<std::size_t>(index)].blocks.empty()) {
    target.instance = &instance;
    target.path = name;
  }
  return target;
}

Value Evaluator::output_of(ModuleInstance& module, std::string_view name, const Use& use) {
  if (module.source == nullptr) {
    return store().unknown(ReasonKind::remote_module, std::string(module.address) + "." + std::string(name),
                           module.call->configured->place);
  }
  const int index = ModuleSource::find(module.source->output_names, name);
  if (index < 0) {
    return deployment_.refuse("the module has no output `" + std::string(name) + "`", use.place);
  }
  const Value value = modules_.output(module, static_cast<std::uint32_t>(index));
  return store().with_step(value, How::output, use.place, use.text);
}

Value Evaluator::value_of(const Target& target, const Use& use) {
  if (target.kind == Target::Kind::value) return target.value;
  const ProvenanceId origin = store().step(How::attribute, use.place, use.text);
  if (target.kind == Target::Kind::module_set || target.kind == Target::Kind::resource_set) {
    if (const Value missing = missing_instance(target, use); !missing.is_absent()) return missing;
  }
  switch (target.kind) {
    case Target::Kind::module_set:
      return whole_set(store(), *target.modules, origin);
    case Target::Kind::resource_set:
      return whole_set(store(), *target.resource_set, origin);
    case Target::Kind::module_instance:
      return store().reference(target.module->address, {}, origin);
    case Target::Kind::resource_instance:
      return store().reference(target.instance->address, {}, origin);
    default:
      return deployment_.refuse("`" + std::string(use.text) + "` is no value", use.place);
  }
}

Value Evaluator::materialised(Value value, Place place) {
  if (!value.is(ValueType::reference) || !value.reference().path.empty()) return value;
  const Referenced referenced = deployment_.find(value.reference().address);
  const Use use{place, value.reference().address};
  std::vector<Entry> entries;
  const Reason* rest = nullptr;
  if (referenced.module != nullptr) {
    if (referenced.module->source == nullptr) {
      return store().unknown(ReasonKind::remote_module, referenced.module->address, place);
    }
    for (const OutputDeclaration& output : referenced.module->source->outputs) {
      entries.push_back({output.name, output_of(*referenced.module, output.name, use), output.place});
    }
  } else if (referenced.resource != nullptr) {
    for (const Property& property : referenced.resource->configured->properties) {
      entries.push_back(
          {property.name, property_of(*referenced.resource, property.name, use).value, property.place});
    }
    rest = store().reason(ReasonKind::runtime_only, value.reference().address, place);
  } else {
    return value;
  }
  sort_entries(entries);
  return store().mapping(ValueType::object, entries, value.provenance(), rest);
}

}  // namespace smtplint::terraform
