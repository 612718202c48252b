#include <algorithm>
#include <array>

#include "base/path.h"
#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/modules/modules.h"

namespace smtplint::terraform {
namespace {

struct RootRow {
  std::string_view name;
  Target::Kind kind;
};

constexpr std::array root_rows{
    RootRow{"var", Target::Kind::variables},  RootRow{"local", Target::Kind::locals},
    RootRow{"module", Target::Kind::modules}, RootRow{"data", Target::Kind::resource_types},
    RootRow{"each", Target::Kind::each},      RootRow{"count", Target::Kind::count},
    RootRow{"path", Target::Kind::paths},     RootRow{"terraform", Target::Kind::settings},
    RootRow{"tofu", Target::Kind::settings},  RootRow{"resource", Target::Kind::resource_types},
};

}  // namespace

Target Evaluator::resolve(const hcl::Expr& expr, const Scope& scope, const Use& use) {
  switch (expr.kind) {
    case hcl::ExprKind::variable:
      return resolve_root(expr, scope, use);
    case hcl::ExprKind::attribute:
      return take_attribute(resolve(*expr.children[0], scope, use), expr.name, scope, use);
    case hcl::ExprKind::index: {
      Target target = resolve(*expr.children[0], scope, use);
      const Value key = evaluate(*expr.children[1], scope);
      if (has_refusal(key)) return with_value(key);
      return take_index(std::move(target), key, use);
    }
    default:
      return with_value(evaluate(expr, scope));
  }
}

Target Evaluator::resolve_root(const hcl::Expr& expr, const Scope& scope, const Use& use) {
  for (const Binding* binding = scope.bindings; binding != nullptr; binding = binding->outer) {
    if (binding->name == expr.name) return with_value(binding->value);
  }
  if (scope.names.is_mapping()) {
    const Value found = scope.names.find(expr.name);
    if (!found.is_absent()) return with_value(found);
  }
  if (!scope.names.is_absent() && scope.names.is_unknown()) return with_value(scope.names);
  if (scope.module == nullptr) {
    return with_value(
        deployment_.refuse("there is no variable `" + std::string(expr.name) + "` here", use.place));
  }
  Target target;
  if (expr.name == "self" && scope.self != nullptr) {
    target.kind = Target::Kind::resource_instance;
    target.instance = scope.self;
    return target;
  }
  const auto row = std::ranges::find(root_rows, expr.name, &RootRow::name);
  target.kind = row == root_rows.end() ? Target::Kind::resources : row->kind;
  target.mode = expr.name == "data" ? Mode::data : Mode::managed;
  target.type = expr.name;
  return target;
}

Target Evaluator::take_declared(const Target& target, std::string_view name, const Scope& scope,
                                const Use& use) {
  ModuleInstance& module = *scope.module;
  const bool variables = target.kind == Target::Kind::variables;
  const auto& names = variables ? module.source->variable_names : module.source->local_names;
  const int index = ModuleSource::find(names, name);
  if (index < 0) {
    const std::string what = variables ? "variable" : "local value";
    return with_value(deployment_.refuse("there is no " + what + " `" + std::string(name) + "`", use.place));
  }
  const auto at = static_cast<std::uint32_t>(index);
  const Value value = variables ? modules_.variable(module, at) : modules_.local(module, at);
  return with_value(store().with_step(value, variables ? How::variable : How::local, use.place, use.text));
}

Value Evaluator::each_value(std::string_view name, const Scope& scope, const Use& use) {
  Value value;
  if (scope.key != nullptr && name == "key" && !scope.key->each_value.is_absent())
    value = scope.key->each_key;
  if (scope.key != nullptr && name == "value") value = scope.key->each_value;
  if (value.is_absent()) return deployment_.refuse("`each` has meaning with `for_each` only", use.place);
  return store().with_step(value, How::element, use.place, use.text);
}

Value Evaluator::path_value(std::string_view name, const Scope& scope, const Use& use) {
  const ProvenanceId origin = store().step(How::expression, use.place, use.text);
  if (name == "root") return store().string(".", origin);
  if (name == "module") {
    return store().string(relative_path(scope.module->source->folder, deployment_.folder), origin);
  }
  if (name == "cwd") return store().unknown(ReasonKind::runtime_only, use.text, use.place);
  return deployment_.refuse("`path` has no attribute `" + std::string(name) + "`", use.place);
}

Target Evaluator::take_module_call(Target target, std::string_view name, const Scope& scope, const Use& use) {
  const int index = ModuleSource::find(scope.module->source->call_names, name);
  if (index < 0) {
    return with_value(deployment_.refuse("there is no module `" + std::string(name) + "`", use.place));
  }
  target.kind = Target::Kind::module_set;
  target.modules = &modules_.calls(*scope.module, static_cast<std::uint32_t>(index));
  return target;
}

Target Evaluator::take_resource(Target target, std::string_view name, const Scope& scope, const Use& use) {
  const int index = scope.module->source->find_resource(target.mode, target.type, name);
  if (index < 0) {
    const std::string address = std::string(target.type) + "." + std::string(name);
    return with_value(deployment_.refuse("there is no resource `" + address + "`", use.place));
  }
  target.kind = Target::Kind::resource_set;
  target.resource_set = &modules_.resources(*scope.module, static_cast<std::uint32_t>(index));
  return target;
}

Value Evaluator::count_value(std::string_view name, const Scope& scope, const Use& use) {
  const bool counted =
      scope.key != nullptr && scope.key->each_value.is_absent() && !scope.key->each_key.is_absent();
  if (!counted || name != "index")
    return deployment_.refuse("`count` has meaning with `count` only", use.place);
  return store().with_step(scope.key->each_key, How::element, use.place, use.text);
}

Target Evaluator::take_attribute(Target target, std::string_view name, const Scope& scope, const Use& use) {
  switch (target.kind) {
    case Target::Kind::variables:
    case Target::Kind::locals:
      return take_declared(target, name, scope, use);
    case Target::Kind::modules:
      return take_module_call(std::move(target), name, scope, use);
    case Target::Kind::resource_types:
      target.kind = Target::Kind::resources;
      target.type = name;
      return target;
    case Target::Kind::resources:
      return take_resource(std::move(target), name, scope, use);
    case Target::Kind::module_instance:
      return with_value(output_of(*target.module, name, use));
    case Target::Kind::resource_instance:
      return property_of(*target.instance, name, use);
    case Target::Kind::each:
      return with_value(each_value(name, scope, use));
    case Target::Kind::count:
      return with_value(count_value(name, scope, use));
    case Target::Kind::paths:
      return with_value(path_value(name, scope, use));
    case Target::Kind::settings:
      return with_value(store().unknown(ReasonKind::no_value, use.text, use.place));
    case Target::Kind::module_set:
    case Target::Kind::resource_set:
      return take_member(std::move(target), name, use);
    case Target::Kind::value:
      break;
  }
  return take_of_value(target, store().string(Text{name, {}}, no_provenance), use);
}

Target Evaluator::take_member(Target target, std::string_view name, const Use& use) {
  const Expansion::Kind kind = target.modules != nullptr ? target.modules->kind : target.resource_set->kind;
  if (kind == Expansion::Kind::single) {
    if (const Value missing = missing_instance(target, use); !missing.is_absent()) return with_value(missing);
    if (target.modules == nullptr) return property_of(*target.resource_set->instances.front(), name, use);
    return with_value(output_of(*target.modules->instances.front(), name, use));
  }
  if (kind == Expansion::Kind::keyed) return take_index(std::move(target), store().string(name), use);
  return with_value(deployment_.refuse("an index is needed before `." + std::string(name) + "`", use.place));
}

}  // namespace smtplint::terraform
