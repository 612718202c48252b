#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "frontend/terraform/deployment.h"
#include "frontend/terraform/evaluation/functions.h"
#include "frontend/terraform/evaluation/iteration.h"
#include "frontend/terraform/evaluation/scope.h"
#include "frontend/terraform/evaluation/target.h"
#include "syntax/hcl/tree.h"

namespace smtplint::terraform {

class Modules;

/// Expressions to values. Everything that a name can mean comes from `Modules`.
class Evaluator {
 public:
  Evaluator(Deployment& deployment, Modules& modules);

  [[nodiscard]] Value evaluate(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value evaluate(const AttributeRef& attribute, Scope scope);
  /// A template text with an object of variables, as `templatefile` renders it.
  [[nodiscard]] Value render(Value text, Value variables, Place place);
  /// The blocks of one type as a list of objects, `dynamic` ones expanded.
  [[nodiscard]] Value block_list(std::span<const BlockRef> blocks, Scope scope);
  /// The elements of what `for`, `for_each` and splats go through.
  [[nodiscard]] Iteration iterate(Value collection, Place place);

  /// A function of the language, by name.
  [[nodiscard]] Value call_named(std::string_view name, std::span<const Value> arguments, Place place);
  [[nodiscard]] CallContext& calls() { return context_; }

  [[nodiscard]] Place place_of(const hcl::Expr& expr, const Scope& scope) const;

 private:
  [[nodiscard]] Value evaluate_kind(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value number(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value tuple(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value object(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value object_key(const hcl::ObjectItem& item, const Scope& scope);
  [[nodiscard]] Value string(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value unary(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value binary(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value logical(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value conditional(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value taken_branch(const hcl::Expr& taken, const hcl::Expr& other, const Scope& scope,
                                   Place place);
  [[nodiscard]] Value both_branches(const hcl::Expr& expr, Value condition, const Scope& scope);
  [[nodiscard]] Value splat(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value for_tuple(const hcl::Expr& expr, Value collection, const Scope& scope);
  [[nodiscard]] Value for_object(const hcl::Expr& expr, Value collection, const Scope& scope);
  [[nodiscard]] Value for_loop(const hcl::Expr& expr, const Scope& scope);

  [[nodiscard]] Value call(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value call_try(const hcl::Expr& expr, const Scope& scope);
  [[nodiscard]] Value call_can(const hcl::Expr& expr, const Scope& scope);
  /// False where an expanded last argument cannot be taken apart; `stopped` then is the call's value.
  [[nodiscard]] bool arguments(const hcl::Expr& expr, const Scope& scope, std::vector<Value>& values,
                               Value& stopped);
  [[nodiscard]] bool known_clean(Value value);
  [[nodiscard]] bool has_refusal(Value value);

  [[nodiscard]] Target resolve(const hcl::Expr& expr, const Scope& scope, const Use& use);
  [[nodiscard]] Target resolve_root(const hcl::Expr& expr, const Scope& scope, const Use& use);
  [[nodiscard]] Target take_attribute(Target target, std::string_view name, const Scope& scope,
                                      const Use& use);
  /// Why a resource or module without `count` and `for_each` has no instance; absent where it has one.
  [[nodiscard]] Value missing_instance(const Target& target, const Use& use);
  [[nodiscard]] Target take_index(Target target, Value key, const Use& use);
  [[nodiscard]] Target take_declared(const Target& target, std::string_view name, const Scope& scope,
                                     const Use& use);
  [[nodiscard]] Target take_module_call(Target target, std::string_view name, const Scope& scope,
                                        const Use& use);
  [[nodiscard]] Target take_resource(Target target, std::string_view name, const Scope& scope,
                                     const Use& use);
  [[nodiscard]] Value count_value(std::string_view name, const Scope& scope, const Use& use);
  [[nodiscard]] Target take_member(Target target, std::string_view name, const Use& use);
  [[nodiscard]] Target take_of_symbol(Value symbol, Value key, const Use& use);
  [[nodiscard]] Target take_of_value(const Target& target, Value key, const Use& use);
  [[nodiscard]] Value each_value(std::string_view name, const Scope& scope, const Use& use);
  [[nodiscard]] Value path_value(std::string_view name, const Scope& scope, const Use& use);
  [[nodiscard]] Target property_of(Instance& instance, std::string_view name, const Use& use);
  [[nodiscard]] Value output_of(ModuleInstance& module, std::string_view name, const Use& use);
  [[nodiscard]] Value value_of(const Target& target, const Use& use);
  /// A whole resource or module, as an object: what functions and loops need.
  [[nodiscard]] Value materialised(Value value, Place place);

  [[nodiscard]] Value block_object(const BlockRef& block, const hcl::Body& body, const Scope& scope);
  void add_dynamic(const BlockRef& block, const Scope& scope, std::vector<Value>& objects,
                   const Reason*& rest);
  [[nodiscard]] const hcl::Tree& template_tree(const Text& text, SourceId source);

  [[nodiscard]] ValueStore& store() { return deployment_.store; }
  [[nodiscard]] CallContext call_context();
  void add_readers(CallContext& context);

  Deployment& deployment_;
  Modules& modules_;
  CallContext context_;
  std::unordered_set<const void*> clean_;
  std::map<std::pair<const char*, std::size_t>, std::shared_ptr<const hcl::Tree>> templates_;
};

}  // namespace smtplint::terraform
