#include <string>
#include <utility>

#include "base/limit.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/modules/modules.h"

namespace smtplint::terraform {
namespace {

std::string key_suffix(const InstanceKey& key) {
  switch (key.kind) {
    case InstanceKey::Kind::none:
      return {};
    case InstanceKey::Kind::number:
      return "[" + std::to_string(key.index) + "]";
    case InstanceKey::Kind::text:
      return quoted_key(key.text);
    case InstanceKey::Kind::unknown:
      return "[\"?\"]";
  }
  return {};
}

std::string combined(const std::string& outer, const std::string& inner) {
  if (outer.empty() || outer == inner) return inner;
  return inner.empty() ? outer : outer + " && " + inner;
}

/// The callers from a module up to itself, the last one first; none where it does not come to call itself.
std::vector<const ModuleInstance*> circle_of_callers(const ModuleInstance& caller,
                                                     const ModuleSource& called) {
  std::vector<const ModuleInstance*> callers;
  for (const ModuleInstance* one = &caller; one != nullptr; one = one->parent) {
    callers.push_back(one);
    if (one->source == &called) return callers;
  }
  return {};
}

std::string quoted_folder(const ModuleSource& module) {
  return "`" + (module.folder.empty() ? "." : module.folder) + "`";
}

}  // namespace

Existence within(const Existence& outer, const Existence& inner) {
  if (inner.truth == Truth::yes) return outer;
  if (outer.truth == Truth::yes) return inner;
  return {outer.truth & inner.truth, combined(outer.condition, inner.condition), inner.place};
}

ResourceSet& Modules::resources(ModuleInstance& module, std::uint32_t index) {
  ResourceSet& set = module.resources[index];
  if (set.progress != Progress::empty) return set;
  set.progress = Progress::running;
  set.declaration = &module.source->resources[index];
  Expansion expansion = expand(module, *set.declaration);
  set.kind = expansion.kind;
  set.open = expansion.open;
  std::string base(module.address);
  if (!base.empty()) base += '.';
  if (set.declaration->mode == Mode::data) base += "data.";
  base += std::string(set.declaration->type) + "." + std::string(set.declaration->name);
  for (InstanceKey& key : expansion.keys) {
    const std::string address = base + key_suffix(key);
    Instance& instance = make_instance(module, *set.declaration, std::move(key), address);
    deployment_.register_address(instance.address, {&instance, nullptr});
    set.instances.push_back(&instance);
  }
  set.progress = Progress::done;
  return set;
}

/// Terraform installs such modules until the name of a folder is too long. It is said at each call, so that
/// whoever changes one of them learns of it.
void Modules::say_circle(const std::vector<const ModuleInstance*>& callers, const CallDeclaration& last) {
  std::string chain = quoted_folder(*callers.back()->source);
  for (const ModuleInstance* one : callers) chain.insert(0, quoted_folder(*one->source) + " -> ");
  const std::string sentence = "modules call one another in a circle: " + chain;
  const auto say = [&](const Configured& call) {
    deployment_.add_event({EventKind::syntax_error, call.attribute("source").value_place(), sentence});
  };
  say(last);
  for (std::size_t i = 0; i + 1 < callers.size(); ++i) say(*callers[i]->call->configured);
}

const ModuleSource* Modules::source_of(ModuleInstance& parent, const CallDeclaration& call,
                                       const std::string& manifest_key) {
  const ModuleSource* source =
      deployment_.workspace.module_of_call(deployment_.folder, *parent.source, call, manifest_key);
  if (source == nullptr) {
    deployment_.add_event({EventKind::unresolved_module, call.place, call.source});
    return nullptr;
  }
  if (const auto callers = circle_of_callers(parent, *source); !callers.empty()) {
    say_circle(callers, call);
    return nullptr;
  }
  if (parent.depth < deployment_.limits.module_depth) return source;
  static_cast<void>(deployment_.cut_off(Limit::module_depth, call.place));
  return nullptr;
}

void Modules::make_module(ModuleInstance& parent, const CallDeclaration& declaration, InstanceKey key,
                          ModuleSet& set) {
  std::string address(parent.address);
  if (!address.empty()) address += '.';
  address += "module." + std::string(declaration.name) + key_suffix(key);
  ModuleInstance& module = deployment_.new_module();
  module.parent = &parent;
  module.call = &make_instance(parent, declaration, std::move(key), address);
  module.address = module.call->address;
  module.depth = parent.depth + 1;
  module.manifest_key = parent.manifest_key.empty()
                            ? std::string(declaration.name)
                            : parent.manifest_key + "." + std::string(declaration.name);
  module.existence = within(parent.existence, module.call->key.existence);
  module.source = source_of(parent, declaration, module.manifest_key);
  if (module.source != nullptr) prepare(module);
  deployment_.register_address(module.address, {nullptr, &module});
  set.instances.push_back(&module);
}

ModuleSet& Modules::calls(ModuleInstance& module, std::uint32_t index) {
  ModuleSet& set = module.calls[index];
  if (set.progress != Progress::empty) return set;
  set.progress = Progress::running;
  set.declaration = &module.source->calls[index];
  Expansion expansion = expand(module, *set.declaration);
  set.kind = expansion.kind;
  set.open = expansion.open;
  for (InstanceKey& key : expansion.keys) make_module(module, *set.declaration, std::move(key), set);
  set.progress = Progress::done;
  return set;
}

}  // namespace smtplint::terraform
