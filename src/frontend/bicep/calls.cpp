#include <algorithm>
#include <array>
#include <memory>

#include "frontend/bicep/evaluator.h"
#include "value/alternatives.h"
#include "value/segments.h"

namespace smtplint::bicep {
namespace {

/// A lambda as functions call it. The evaluator, the frame and the tree outlive the call.
class WrittenLambda final : public deployment::Lambda {
 public:
  using Body = std::function<Value(const Frame&)>;
  WrittenLambda(const Expr& lambda, const Frame& frame, Body body)
      : lambda_(lambda), frame_(frame), body_(std::move(body)) {}

  [[nodiscard]] std::size_t parameters() const override { return lambda_.names.size(); }
  [[nodiscard]] Value call(std::span<const Value> arguments) const override {
    Frame frame = frame_;
    for (std::size_t i = 0; i < lambda_.names.size(); ++i)
      frame.locals.emplace_back(lambda_.names[i], arguments[i]);
    return body_(frame);
  }

 private:
  const Expr& lambda_;
  const Frame& frame_;
  Body body_;
};

constexpr std::array<std::string_view, 4> scopes = {"resourceGroup", "subscription", "managementGroup",
                                                    "tenant"};

/// What a machine that deploys knows, and nobody else.
constexpr std::string_view with_default = "readEnvironmentVariable";
constexpr std::array<std::string_view, 3> given_from_outside = {"externalInput", "readCliArg", with_default};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

Value Evaluator::call(const Expr& expression, const Frame& frame) {
  const Place place = place_of(expression, frame);
  const auto [statement, own] = find(expression.name, *frame.own);
  if (statement != nullptr && statement->kind == StatementKind::function)
    return user_function(*statement, *own, expression.children, place, frame);
  return function_call(expression.name, expression.children, place, frame);
}

/// `sys.concat(...)`, `shared.f(...)`, `account.listKeys()`.
Value Evaluator::method(const Expr& expression, const Frame& frame) {
  const Expr& of = without_parentheses(*expression.children[0]);
  const Place place = place_of(expression, frame);
  const auto arguments = expression.children.subspan(1);
  if (of.kind == ExprKind::variable) {
    const auto imported = frame.own->imports.find(of.name);
    if (imported != frame.own->imports.end() && imported->second.from != nullptr) {
      const auto [statement, own] = find(expression.name, *imported->second.from);
      if (statement != nullptr && statement->kind == StatementKind::function)
        return user_function(*statement, *own, arguments, place, frame);
    }
    if (of.name == "sys" || of.name == "az") return function_call(expression.name, arguments, place, frame);
    if (imported != frame.own->imports.end() && imported->second.from == nullptr)
      return store().unknown(ReasonKind::missing_file, of.name, place);
  }
  const std::string_view called = store().keep(std::string(expression.name) + "()");
  const bool secret = expression.name == "getSecret";
  return store().as_sensitive(
      store().unknown(secret ? ReasonKind::secret : ReasonKind::runtime_only, called, place));
}

Value Evaluator::function_call(std::string_view name, std::span<const Expr* const> arguments, Place place,
                               const Frame& frame) {
  if (name == "any" && arguments.size() == 1) return evaluate(*arguments[0], frame);
  if (name == "nameof" && arguments.size() == 1) return name_of_symbol(*arguments[0], place, frame);
  if (is_one_of(scopes, name)) return scope_object(name, arguments, place, frame);
  if (name == "getSecret")
    return store().as_sensitive(store().unknown(ReasonKind::secret, "getSecret()", place));
  if (name == "deployment") return store().reference("deployment()", "", store().step(How::attribute, place));
  if (name == "reference" && !arguments.empty()) return reference(arguments, place, frame);
  if (is_one_of(given_from_outside, name)) return given_outside(name, arguments, place, frame);
  std::vector<deployment::Argument> values;
  std::vector<std::unique_ptr<WrittenLambda>> lambdas;
  for (const Expr* argument : arguments) {
    if (argument->kind == ExprKind::lambda) {
      const Expr* body = argument->children[0];
      lambdas.push_back(std::make_unique<WrittenLambda>(
          *argument, frame, [this, body](const Frame& inner) { return evaluate(*body, inner); }));
      values.push_back({{}, lambdas.back().get()});
    } else {
      values.push_back({evaluate(*argument, frame), nullptr});
    }
  }
  if (name.starts_with("load")) {
    std::vector<Value> plain;
    for (const deployment::Argument& one : values) plain.push_back(one.value);
    return load(name, plain, place, frame);
  }
  Module& own = *frame.own;
  deployment::CallContext context{
      store(), deployment_.limits, deployment_.budget, deployment_.conditions, own.scope, place, {}};
  context.naming = deployment_.naming;
  context.declared = [this, &own](std::string_view type, std::span<const Value> names) {
    const std::string address = declared_in(own, type, names);
    return address.empty() ? Value() : store().reference(address, "");
  };
  const Value result = deployment::call_function(name, values, context);
  return result.is_unknown() ? store().with_step(result, How::call, place, store().keep(name)) : result;
}

/// What whoever deploys gives is not known. A variable of the environment may have a default, which counts
/// where it is not set.
Value Evaluator::given_outside(std::string_view function, std::span<const Expr* const> arguments, Place place,
                               const Frame& frame) {
  const Value given =
      store().unknown(ReasonKind::runtime_only, store().keep(std::string(function) + "()"), place);
  if (function != with_default || arguments.size() != 2) return given;
  const std::uint32_t is_set = deployment_.conditions.fresh();
  return join_alternatives(
      store(),
      {{given, store().keep(std::vector{Choice{is_set, true}})},
       {evaluate(*arguments[1], frame), store().keep(std::vector{Choice{is_set, false}})}},
      place);
}

/// `nameof(a.b)` is `b`, as is `nameof(a['b'])`.
Value Evaluator::name_of_symbol(const Expr& symbol, Place place, const Frame& frame) {
  const Document& document = *frame.own->document;
  const bool indexed = symbol.kind == ExprKind::index && symbol.children[1]->kind == ExprKind::string;
  const std::string name =
      indexed ? plain_text(document.text, *symbol.children[1]).value_or("") : std::string(symbol.name);
  return store().string(name, store().step(How::literal, place));
}

/// Of a resource of the same deployment a symbol; else known at run time only.
Value Evaluator::reference(std::span<const Expr* const> arguments, Place place, const Frame& frame) {
  const Value id = evaluate(*arguments[0], frame);
  const ProvenanceId origin = store().step(How::attribute, place, "reference");
  const bool whole = arguments.size() > 2;
  if (id.is(ValueType::reference) && id.reference().path == "id")
    return store().reference(id.reference().address, whole ? "" : "properties", origin);
  return store().unknown(store().reason(ReasonKind::runtime_only, "reference()", place), origin);
}

Value Evaluator::plain_call(std::string_view name, std::span<const Value> arguments, Place place,
                            const Frame& frame) {
  std::vector<deployment::Argument> values;
  for (const Value one : arguments) values.push_back({one, nullptr});
  deployment::CallContext context{
      store(), deployment_.limits, deployment_.budget, deployment_.conditions, frame.own->scope, place, {}};
  return deployment::call_function(name, values, context);
}

Value Evaluator::user_function(const Statement& function, Module& own, std::span<const Expr* const> arguments,
                               Place place, const Frame& frame) {
  const Expr& lambda = *function.value;
  if (lambda.names.size() != arguments.size() || lambda.children.empty())
    return deployment_.refuse("`" + std::string(function.name) + "` has other parameters", place);
  Frame inner{&own, {}};
  for (std::size_t i = 0; i < arguments.size(); ++i)
    inner.locals.emplace_back(lambda.names[i], evaluate(*arguments[i], frame));
  return store().with_step(evaluate(*lambda.children[0], inner), How::call, place,
                           store().keep(function.name));
}

std::optional<deployment::Scope> Evaluator::scope_named(std::string_view name,
                                                        std::span<const Value> arguments,
                                                        const deployment::Scope& around) {
  using deployment::ScopeKind;
  const auto argument = [&arguments](std::size_t i) { return i < arguments.size() ? arguments[i] : Value(); };
  deployment::Scope scope;
  scope.subscription = around.subscription;
  scope.management_group = around.management_group;
  if (name == "resourceGroup") {
    scope.kind = ScopeKind::resource_group;
    scope.resource_group = arguments.empty() ? around.resource_group : arguments.back();
    if (arguments.size() > 1) scope.subscription = argument(0);
    return scope;
  }
  if (name == "subscription") {
    scope.kind = ScopeKind::subscription;
    if (!arguments.empty()) scope.subscription = argument(0);
    return scope;
  }
  if (name == "managementGroup") {
    scope.kind = ScopeKind::management_group;
    if (!arguments.empty()) scope.management_group = argument(0);
    return scope;
  }
  if (name != "tenant") return std::nullopt;
  scope.kind = ScopeKind::tenant;
  return scope;
}

Value Evaluator::scope_object(std::string_view name, std::span<const Expr* const> arguments, Place place,
                              const Frame& frame) {
  std::vector<Value> values;
  for (const Expr* one : arguments) values.push_back(evaluate(*one, frame));
  const deployment::Scope scope = *scope_named(name, values, frame.own->scope);
  switch (scope.kind) {
    case deployment::ScopeKind::resource_group:
      return deployment::resource_group_of(store(), scope, place);
    case deployment::ScopeKind::subscription:
      return deployment::subscription_of(store(), scope, place);
    case deployment::ScopeKind::management_group:
      return deployment::management_group_of(store(), scope, place);
    case deployment::ScopeKind::tenant:
      break;
  }
  return deployment::tenant_of(store(), place);
}

}  // namespace smtplint::bicep
