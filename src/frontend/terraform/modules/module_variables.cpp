#include <algorithm>

#include "frontend/terraform/evaluation/conversion.h"
#include "frontend/terraform/modules/modules.h"

namespace smtplint::terraform {
namespace {

AttributeRef find_attribute(const ConfigurationFile& file, std::string_view name) {
  const hcl::Attribute* found = file.body->attribute(name);
  if (found == nullptr || found->value == nullptr) return {};
  return {&file.document, found};
}

bool is_container(const hcl::Expr& expr) {
  return expr.kind == hcl::ExprKind::tuple || expr.kind == hcl::ExprKind::object;
}

/// What is given to a variable: its value where that is one literal, else the name beside it.
Place given_place(const AttributeRef& attribute) {
  return is_container(*attribute.attribute->value) ? attribute.name_place() : attribute.value_place();
}

}  // namespace

Value Modules::variable(ModuleInstance& module, std::uint32_t index) {
  Memo& memo = module.variables[index];
  const VariableDeclaration& variable = module.source->variables[index];
  if (memo.progress == Progress::done) return memo.value;
  if (!deployment_.enter(memo, "var", variable.name, variable.place)) return memo.value;
  deployment_.leave(memo, conformed(variable, given_variable(module, variable)));
  return memo.value;
}

/// In variable files and defaults nothing can be referred to.
Value Modules::constant(const AttributeRef& attribute) {
  const Scope nothing;
  return evaluator_.evaluate(attribute, nothing);
}

Value Modules::fallback(const VariableDeclaration& variable) {
  if (!variable.fallback.written()) return {};
  const Value value = constant(variable.fallback);
  return deployment_.store.with_step(value, How::fallback, given_place(variable.fallback), variable.name);
}

Value Modules::stated_on_command_line(std::string_view name) {
  const auto& values = deployment_.command_line;
  const auto stated = std::find_if(values.rbegin(), values.rend(),
                                   [name](const CommandLineValue& one) { return one.name == name; });
  if (stated == values.rend()) return {};
  ValueStore& store = deployment_.store;
  const ProvenanceId origin = store.step(How::assignment, {}, stated->name);
  if (stated->tree == nullptr) return store.string(stated->text, origin);
  if (!stated->tree->errors().empty() || stated->tree->expression() == nullptr) {
    return deployment_.refuse("the value on the command line does not parse", {});
  }
  Scope scope;
  scope.document = &stated->document;
  return store.with_provenance(evaluator_.evaluate(*stated->tree->expression(), scope), origin);
}

Value Modules::assigned(const VariableDeclaration& variable) {
  const Value stated = stated_on_command_line(variable.name);
  if (!stated.is_absent()) return stated;
  const auto& files = deployment_.variable_files;
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    const AttributeRef attribute = find_attribute(**file, variable.name);
    if (!attribute.written()) continue;
    const Value value = constant(attribute);
    return deployment_.store.with_step(value, How::assignment, given_place(attribute), variable.name);
  }
  return {};
}

Value Modules::argument(ModuleInstance& module, const VariableDeclaration& variable) {
  const int index = module.call->configured->property_index(variable.name);
  if (index < 0) return {};
  const auto at = static_cast<std::uint32_t>(index);
  const Value value = property(*module.call, at);
  return deployment_.store.with_step(value, How::argument, module.call->configured->properties[at].place,
                                     variable.name);
}

Value Modules::given_variable(ModuleInstance& module, const VariableDeclaration& variable) {
  Value value = module.parent == nullptr ? assigned(variable) : argument(module, variable);
  const bool falls_back = value.is_absent() || (value.is(ValueType::null) && !variable.nullable);
  if (falls_back) value = fallback(variable);
  if (!value.is_absent()) return value;
  ValueStore& store = deployment_.store;
  const Reason* reason =
      store.reason(ReasonKind::no_value, "var." + std::string(variable.name), variable.place);
  return store.unknown(reason, store.step(How::variable, variable.place, variable.name));
}

Value Modules::conformed(const VariableDeclaration& variable, Value given) {
  const AttributeRef type = variable.attribute("type");
  if (type.written()) {
    const auto evaluate_fallback = [&](const hcl::Expr& expr) {
      Scope scope;
      scope.document = type.document;
      return evaluator_.evaluate(expr, scope);
    };
    given = convert_to({evaluator_.calls(), deployment_.store, variable.place, evaluate_fallback}, given,
                       variable.type);
  }
  return variable.sensitive ? deployment_.store.as_declared_secret(given) : given;
}

}  // namespace smtplint::terraform
