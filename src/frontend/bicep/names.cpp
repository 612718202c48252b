#include <algorithm>
#include <tuple>

#include "frontend/bicep/evaluator.h"
#include "frontend/deployment/allowed_values.h"

namespace smtplint::bicep {
namespace {

/// `@allowed([...])` of a parameter that is one of its values; of an array they are the possible items.
const Expr* decorated_values(const Statement& parameter) {
  const Expr* allowed = decorator(parameter, "allowed");
  const std::string_view type = parameter.type_name;
  const bool scalar = type == "string" || type == "int" || type == "bool";
  return allowed == nullptr || allowed->children.empty() || !scalar ? nullptr : allowed->children.back();
}

}  // namespace

/// What a name declares, here or in the file that it is imported from.
std::pair<const Statement*, Module*> Evaluator::find(std::string_view name, Module& own) {
  Module* module = &own;
  for (std::uint32_t depth = 0; depth < deployment_.limits.module_depth; ++depth) {
    const auto found = module->names.find(name);
    if (found != module->names.end()) return {found->second, module};
    const auto imported = module->imports.find(name);
    if (imported == module->imports.end() || imported->second.name == "*") return {};
    module = imported->second.from;
    name = imported->second.name;
    if (module == nullptr) return {};
  }
  return {};
}

/// What a resource in the body of another one makes; nullptr where none has that name.
const Instances* Evaluator::nested(std::string_view name, const Instance* outer) {
  if (outer->body == nullptr) return nullptr;
  for (const Statement& statement : outer->body->resources) {
    if (statement.name == name) return &instances(statement, *outer->frame.own, outer);
  }
  return nullptr;
}

/// Resources nested in the same body know one another, and what they stand in knows further ones.
const Instances* Evaluator::nested_around(std::string_view name, const Frame& frame) {
  for (const Instance* outer = frame.inside; outer != nullptr; outer = outer->frame.inside) {
    if (const Instances* made = nested(name, outer)) return made;
  }
  return nullptr;
}

/// The values that a parameter may have, by its decorator or by its type, which may be named. Absent where
/// neither says so.
Value Evaluator::allowed_values(const Statement& parameter, Module& own) {
  if (const Expr* listed = decorated_values(parameter)) return evaluate(*listed, {&own, {}});
  const Statement* type = &parameter;
  Module* module = &own;
  for (std::uint32_t depth = 0; depth < deployment_.limits.module_depth && type != nullptr; ++depth) {
    if (type->literals != nullptr) return evaluate(*type->literals, {module, {}});
    if (type->type_name.empty()) return {};
    std::tie(type, module) = find(type->type_name, *module);
    if (type != nullptr && type->kind != StatementKind::type) return {};
  }
  return {};
}

Value Evaluator::name(std::string_view name, Place place, const Frame& frame) {
  const auto& locals = frame.locals;
  const auto local =
      std::find_if(locals.rbegin(), locals.rend(), [name](const auto& one) { return one.first == name; });
  if (local != locals.rend()) return store().with_step(local->second, How::local, place, store().keep(name));
  if (const Instances* made = nested_around(name, frame)) return whole(one_of(*made, name, place), place);
  const auto [statement, module] = find(name, *frame.own);
  if (statement != nullptr) return value_of(*statement, *module, place);
  const auto imported = frame.own->imports.find(name);
  if (imported != frame.own->imports.end() && imported->second.from == nullptr)
    return store().unknown(ReasonKind::missing_file, name, place);
  return deployment_.refuse("there is no `" + std::string(name) + "`", place);
}

Value Evaluator::value_of(const Statement& statement, Module& own, Place place) {
  const std::string_view called = store().keep(statement.name);
  switch (statement.kind) {
    case StatementKind::parameter:
      return store().with_step(parameter(statement, own), How::variable, place, called);
    case StatementKind::variable: {
      const Value value = deployment_.take(own.values[&statement], called, place, [&] {
        return statement.value == nullptr ? deployment_.refuse("this has no value", place)
                                          : evaluate(*statement.value, {&own, {}});
      });
      return store().with_step(value, How::local, place, called);
    }
    case StatementKind::resource:
    case StatementKind::module: {
      const Instances& made = instances(statement, own);
      if (made.loop) return whole({nullptr, &made, nullptr}, place);
      if (!made.all.empty()) return whole({made.all.front(), nullptr, nullptr}, place);
      break;
    }
    default:
      break;
  }
  return deployment_.refuse("`" + std::string(called) + "` is no value", place);
}

Value Evaluator::parameter(const Statement& statement, Module& own) {
  const std::string_view called = store().keep(statement.name);
  const Place declaration = own.document->place(statement.name_span);
  const bool secure = decorator(statement, "secure") != nullptr;
  return deployment_.take(own.values[&statement], called, declaration, [&] {
    const auto handed = own.given.find(std::string(statement.name));
    const auto given = own.arguments.find(std::string(statement.name));
    Value value;
    if (handed != own.given.end()) {
      value = store().with_step(evaluate(*handed->second.value, handed->second.frame), How::argument,
                                place_of(*handed->second.value, handed->second.frame), called);
    } else if (given != own.arguments.end()) {
      value = given->second;
    } else if (own.open_arguments != nullptr) {
      value = store().unknown(own.open_arguments, store().step(How::argument, declaration, called));
    }
    // Null stands for the default, too.
    if (value.is_unset() && statement.value != nullptr) {
      value = store().with_step(evaluate(*statement.value, {&own, {}}), How::fallback, declaration, called);
    }
    if (value.is_absent() && statement.nullable)
      value = store().null(store().step(How::fallback, declaration, called));
    if (value.is_absent()) {
      value = store().unknown(store().reason(ReasonKind::no_value, called, declaration),
                              store().step(How::fallback, declaration, called));
      const Value allowed = secure ? Value() : allowed_values(statement, own);
      if (!allowed.is_absent())
        value = deployment::one_of_allowed(store(), deployment_.conditions, allowed, value, declaration);
    }
    return secure ? store().as_declared_secret(value) : value;
  });
}

Value Evaluator::output(const Statement& statement, Module& own, Place place) {
  const std::string_view called = store().keep(statement.name);
  const Value value = deployment_.take(own.values[&statement], called, place, [&] {
    return statement.value == nullptr ? deployment_.refuse("this has no value", place)
                                      : evaluate(*statement.value, {&own, {}});
  });
  const bool secure = decorator(statement, "secure") != nullptr;
  const Value handed =
      store().with_step(value, How::output, own.document->place(statement.name_span), called);
  return secure ? store().as_declared_secret(handed) : handed;
}

void Evaluator::read_parameters(Module& file, std::unordered_map<std::string, Value>& arguments) {
  for (const Statement& statement : file.document->tree->statements()) {
    if (statement.kind != StatementKind::parameter || statement.value == nullptr) continue;
    const Place place = file.document->place(statement.name_span);
    arguments[std::string(statement.name)] = store().with_step(
        evaluate(*statement.value, {&file, {}}), How::assignment, place, store().keep(statement.name));
  }
}

}  // namespace smtplint::bicep
