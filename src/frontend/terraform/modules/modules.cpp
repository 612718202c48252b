#include "frontend/terraform/modules/modules.h"

#include <utility>

#include "frontend/terraform/evaluation/conversion.h"

namespace smtplint::terraform {

Scope Modules::scope_of(Instance& instance) {
  Scope scope;
  scope.module = instance.module;
  scope.key = &instance.key;
  scope.self = &instance;
  return scope;
}

ModuleInstance& Modules::make_root(const ModuleSource& source) {
  ModuleInstance& root = deployment_.new_module();
  root.source = &source;
  prepare(root);
  return root;
}

void Modules::prepare(ModuleInstance& module) {
  const ModuleSource& source = *module.source;
  module.variables.resize(source.variables.size());
  module.locals.resize(source.locals.size());
  module.outputs.resize(source.outputs.size());
  module.resources.resize(source.resources.size());
  module.calls.resize(source.calls.size());
  for (const Event& event : source.syntax_errors) deployment_.add_event(event);
  for (const LeftOut& left : source.left_out) deployment_.note_left_out(left.path, left.reason);
}

Instance& Modules::make_instance(ModuleInstance& module, const Configured& configured, InstanceKey key,
                                 std::string_view address) {
  Instance& instance = deployment_.new_instance();
  instance.module = &module;
  instance.configured = &configured;
  instance.key = std::move(key);
  instance.address = deployment_.store.keep(address);
  instance.properties.resize(configured.properties.size());
  return instance;
}

Instance& Modules::single_instance(ModuleInstance& module, const Configured& configured,
                                   std::string_view address) {
  return make_instance(module, configured, {}, address);
}

Value Modules::local(ModuleInstance& module, std::uint32_t index) {
  Memo& memo = module.locals[index];
  const LocalDeclaration& local = module.source->locals[index];
  if (memo.progress == Progress::done) return memo.value;
  if (!deployment_.enter(memo, "local", local.name, local.value.name_place())) return memo.value;
  Scope scope;
  scope.module = &module;
  deployment_.leave(memo, evaluator_.evaluate(local.value, scope));
  return memo.value;
}

Value Modules::output(ModuleInstance& module, std::uint32_t index) {
  Memo& memo = module.outputs[index];
  const OutputDeclaration& output = module.source->outputs[index];
  if (memo.progress == Progress::done) return memo.value;
  if (!deployment_.enter(memo, "output", output.name, output.place)) return memo.value;
  Scope scope;
  scope.module = &module;
  Value value = output.value.written() ? evaluator_.evaluate(output.value, scope)
                                       : deployment_.refuse("the output has no value", output.place);
  if (output.sensitive) value = deployment_.store.as_declared_secret(value);
  deployment_.leave(memo, value);
  return memo.value;
}

Value Modules::property(Instance& instance, std::uint32_t index) {
  Memo& memo = instance.properties[index];
  const Property& property = instance.configured->properties[index];
  if (memo.progress == Progress::done) return memo.value;
  if (!deployment_.enter(memo, instance.address, property.name, property.place)) {
    return memo.value;
  }
  const Scope scope = scope_of(instance);
  const Value value = property.attribute.written() ? evaluator_.evaluate(property.attribute, scope)
                                                   : evaluator_.block_list(property.blocks, scope);
  deployment_.leave(memo, value);
  return memo.value;
}

}  // namespace smtplint::terraform
