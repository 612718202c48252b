#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/terraform/deployment.h"
#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/modules/module_instance.h"

namespace smtplint::terraform {

/// Exists only where both do; what either hangs on is said.
[[nodiscard]] Existence within(const Existence& outer, const Existence& inner);

/// The instances of modules and resources of one deployment, and everything that is named in them. All of it
/// is computed when it is first asked for, and kept.
class Modules {
 public:
  explicit Modules(Deployment& deployment) : deployment_(deployment), evaluator_(deployment, *this) {}

  [[nodiscard]] Evaluator& evaluator() { return evaluator_; }
  /// The instance of the root module; `source` must outlive the deployment.
  [[nodiscard]] ModuleInstance& make_root(const ModuleSource& source);

  [[nodiscard]] Value variable(ModuleInstance& module, std::uint32_t index);
  [[nodiscard]] Value local(ModuleInstance& module, std::uint32_t index);
  [[nodiscard]] Value output(ModuleInstance& module, std::uint32_t index);
  [[nodiscard]] Value property(Instance& instance, std::uint32_t index);
  /// A resource's or call's instances, expanded.
  [[nodiscard]] ResourceSet& resources(ModuleInstance& module, std::uint32_t index);
  [[nodiscard]] ModuleSet& calls(ModuleInstance& module, std::uint32_t index);
  /// The scope of what is written in one of its blocks.
  [[nodiscard]] static Scope scope_of(Instance& instance);
  /// An instance that no `count` or `for_each` makes: a provider block.
  [[nodiscard]] Instance& single_instance(ModuleInstance& module, const Configured& configured,
                                          std::string_view address);

 private:
  void prepare(ModuleInstance& module);
  [[nodiscard]] Value argument(ModuleInstance& module, const VariableDeclaration& variable);
  [[nodiscard]] Value given_variable(ModuleInstance& module, const VariableDeclaration& variable);
  [[nodiscard]] Value conformed(const VariableDeclaration& variable, Value given);
  [[nodiscard]] Value fallback(const VariableDeclaration& variable);
  [[nodiscard]] Value stated_on_command_line(std::string_view name);
  [[nodiscard]] Value assigned(const VariableDeclaration& variable);
  [[nodiscard]] Value constant(const AttributeRef& attribute);

  [[nodiscard]] Expansion expand(ModuleInstance& module, const Configured& configured);
  [[nodiscard]] Expansion expand_count(const AttributeRef& count, const Scope& scope);
  [[nodiscard]] Expansion expand_each(const AttributeRef& for_each, const Scope& scope);
  [[nodiscard]] Expansion undecided(const AttributeRef& by, Value why, Expansion::Kind kind);
  [[nodiscard]] Expansion keys_of(const AttributeRef& for_each, Value collection, const Existence& existence);
  [[nodiscard]] Expansion keys_of_branches(const AttributeRef& for_each, const hcl::Expr& conditional,
                                           Value condition, const Scope& scope);
  [[nodiscard]] bool may_make(std::size_t count, Place place);
  void make_module(ModuleInstance& parent, const CallDeclaration& declaration, InstanceKey key,
                   ModuleSet& set);
  void say_circle(const std::vector<const ModuleInstance*>& callers, const CallDeclaration& last);
  [[nodiscard]] const ModuleSource* source_of(ModuleInstance& parent, const CallDeclaration& call,
                                              const std::string& manifest_key);
  [[nodiscard]] Instance& make_instance(ModuleInstance& module, const Configured& configured, InstanceKey key,
                                        std::string_view address);

  Deployment& deployment_;
  Evaluator evaluator_;
};

}  // namespace smtplint::terraform
