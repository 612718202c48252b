#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/bicep/module.h"
#include "frontend/deployment/functions.h"

namespace smtplint::bicep {

/// Expressions to values.
class Evaluator {
 public:
  explicit Evaluator(Deployment& deployment) : deployment_(deployment) {}

  [[nodiscard]] Value evaluate(const Expr& expression, const Frame& frame);
  /// All resources or uses of a module that a statement makes. `around`: of a resource that is nested in
  /// another one.
  [[nodiscard]] const Instances& instances(const Statement& statement, Module& own,
                                           const Instance* around = nullptr);
  /// The id of a resource: a symbol where the deployment makes it, else a text.
  [[nodiscard]] Value id_of(const Instance& instance, Place place);
  /// The id of what a resource stands in or below.
  [[nodiscard]] Value parent_id(const Instance& instance);
  /// What a module in JSON declares and hands out; nullptr for any other module.
  [[nodiscard]] const deployment::TemplateOutcome* outcome(const Instance& instance);
  [[nodiscard]] Value output(const Statement& statement, Module& own, Place place);
  /// A parameter file in Bicep, over the arguments that are there.
  void read_parameters(Module& file, std::unordered_map<std::string, Value>& arguments);

 private:
  // expressions.cpp
  [[nodiscard]] Value evaluate_kind(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value string(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value joined(const Expr& expression, std::span<const Value> inserted, const Frame& frame);
  [[nodiscard]] Value array(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value object(const Expr& expression, const Frame& frame);
  const Reason* add_item(const ObjectItem& item, const Frame& frame, std::vector<Entry>& entries);
  [[nodiscard]] Value loop(const Expr& expression, const Frame& frame);

  // operators.cpp
  [[nodiscard]] Value unary(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value binary(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value conditional(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value coalesce(const Expr& expression, const Frame& frame);

  // names.cpp
  [[nodiscard]] Value name(std::string_view name, Place place, const Frame& frame);
  [[nodiscard]] Value value_of(const Statement& statement, Module& own, Place place);
  [[nodiscard]] Value allowed_values(const Statement& parameter, Module& own);
  [[nodiscard]] Value parameter(const Statement& statement, Module& own);
  [[nodiscard]] std::pair<const Statement*, Module*> find(std::string_view name, Module& own);
  [[nodiscard]] const Instances* nested(std::string_view name, const Instance* outer);
  [[nodiscard]] const Instances* nested_around(std::string_view name, const Frame& frame);

  // access.cpp
  /// What a name, an index of one, or `::` means, if that is a resource or module.
  struct Target {
    const Instance* instance = nullptr;
    const Instances* all = nullptr;  ///< a loop as a whole
    const Reason* unknown = nullptr;
  };
  [[nodiscard]] Target only(const Instance& instance, Place place);
  [[nodiscard]] Target one_of(const Instances& made, std::string_view name, Place place);
  [[nodiscard]] std::optional<Target> target(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value access(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value index(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value member_of(const Target& target, const Expr& expression, const Frame& frame);
  [[nodiscard]] Value module_member(const Instance& instance, const Expr& expression);
  [[nodiscard]] Value whole(const Target& target, Place place);

  // calls.cpp
  [[nodiscard]] Value call(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value method(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value given_outside(std::string_view function, std::span<const Expr* const> arguments,
                                    Place place, const Frame& frame);
  [[nodiscard]] Value function_call(std::string_view name, std::span<const Expr* const> arguments,
                                    Place place, const Frame& frame);
  [[nodiscard]] Value name_of_symbol(const Expr& symbol, Place place, const Frame& frame);
  [[nodiscard]] Value reference(std::span<const Expr* const> arguments, Place place, const Frame& frame);
  [[nodiscard]] Value user_function(const Statement& function, Module& own,
                                    std::span<const Expr* const> arguments, Place place, const Frame& frame);
  [[nodiscard]] Value plain_call(std::string_view name, std::span<const Value> arguments, Place place,
                                 const Frame& frame);
  [[nodiscard]] Value scope_object(std::string_view name, std::span<const Expr* const> arguments, Place place,
                                   const Frame& frame);
  [[nodiscard]] std::optional<deployment::Scope> scope_named(std::string_view name,
                                                             std::span<const Value> arguments,
                                                             const deployment::Scope& around);

  // loading.cpp
  [[nodiscard]] Value load(std::string_view name, std::span<const Value> arguments, Place place,
                           const Frame& frame);
  [[nodiscard]] Value loaded_document(std::string_view name, Value text, Place place);
  [[nodiscard]] Value file_infos(std::span<const Value> arguments, Place place, const Frame& frame);
  [[nodiscard]] Value loaded_text(std::string_view name, Value path, Place place, const Frame& frame);

  // instances.cpp
  void expand(const Statement& statement, Module& own, const Instance* around, Instances& made);
  void expand_loop(const Expr& loop, const Statement& statement, Frame frame, const Instance* around,
                   Instances& made);
  void make(const Statement& statement, const Expr* body, const Frame& frame, const Instance* around,
            const Existence& existence, Instances& made);
  void name_resource(Instance& instance, const Instance* around);
  void open_module(Instance& instance);
  void hand_over(const Expr& params, const Frame& frame, Module& used);
  [[nodiscard]] std::optional<std::string> template_of(Instance& instance);
  void set_scope(const Instance& instance, Module& used);
  [[nodiscard]] std::optional<deployment::Scope> scope_of(const Expr& expression, const Frame& frame);
  [[nodiscard]] Value name_of(const Expr& written, const Frame& frame);
  void place_resource(Instance& instance);
  [[nodiscard]] bool stays_in_scope(const Expr* body, const Frame& frame);
  [[nodiscard]] std::string deployed_as(const Instance& instance);
  [[nodiscard]] Value deep_id_of(const Instance& instance, Place place);
  [[nodiscard]] const Instance* extended_by(const Instance& instance);

  [[nodiscard]] ValueStore& store() const { return deployment_.store; }

  Deployment& deployment_;
};

}  // namespace smtplint::bicep
