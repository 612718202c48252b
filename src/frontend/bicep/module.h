#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "frontend/bicep/documents.h"
#include "frontend/deployment/evaluation_state.h"
#include "frontend/deployment/names.h"
#include "value/existence.h"

namespace smtplint::bicep {

using deployment::Memo;

struct Module;
struct Instance;

/// Where an expression stands: what its names mean.
struct Frame {
  Module* own = nullptr;
  std::vector<std::pair<std::string_view, Value>>
      locals;                        ///< of loops, lambdas and functions, the innermost last
  const Instance* inside = nullptr;  ///< the resource in whose body it stands with a resource nested there
};

/// One resource, or one use of a module: a loop makes several of one statement.
struct Instance {
  const Statement* statement = nullptr;
  const Expr* body = nullptr;  ///< an object; nullptr where the statement has none
  Frame frame;
  Existence existence;
  std::string number;  ///< `[1]`, of one of several that a loop makes
  // Of a resource:
  std::string type;
  std::string api_version;
  Value written_name;  ///< the property `name` as it is written; of a module, too
  std::vector<Value> names;
  std::string address;
  deployment::Scope scope;
  const Instance* around = nullptr;  ///< the resource that it stands in, or names as its parent
  bool existing = false;
  // Of a module:
  Module* module = nullptr;   ///< nullptr where its source is not there, or not in Bicep
  std::string template_file;  ///< of a module in JSON that is there
  std::string source;
};

/// All instances of a statement, made when they are first asked for.
struct Instances {
  std::vector<Instance*> all;
  const Reason* rest = nullptr;  ///< there may be more, or it is not known how many
  bool loop = false;
  bool several = false;  ///< more than one
  bool running = false;
  bool done = false;
};

/// An argument of a module, evaluated by need.
struct Given {
  const Expr* value = nullptr;
  Frame frame;
};

/// A name that is imported from another file.
struct Imported {
  Module* from = nullptr;
  std::string_view name;  ///< `*` for all of it
};

/// A file with the arguments of one use.
struct Module {
  std::shared_ptr<const Document> document;
  Module* outer = nullptr;
  Place used_at;  ///< by the outer one
  deployment::Scope scope;
  std::string address;  ///< of the deployment that uses it; empty for a root
  Existence existence;
  std::uint32_t depth = 0;
  bool shares_scope = false;  ///< with the outer one
  std::unordered_map<std::string_view, const Statement*> names;
  std::unordered_map<std::string_view, const Statement*> outputs;
  std::unordered_map<std::string_view, Imported> imports;
  std::unordered_map<std::string, Value> arguments;  ///< of parameter files
  const Reason* open_arguments = nullptr;            ///< why there may be further ones
  std::unordered_map<std::string, Given> given;      ///< of the statement that uses it
  std::unordered_map<const Statement*, Memo> values;
  std::map<std::pair<const Statement*, const Instance*>, Instances>
      instances;  ///< with what they are nested in
  deployment::DeclaredResources declared;
};

/// The state of one evaluation: one root with one environment.
class Deployment : public deployment::EvaluationState {
 public:
  Deployment(Documents& files, ValueStore& values)
      : EvaluationState(values, files.limits()), documents(files) {}

  Documents& documents;

  /// A new use of a file, with its names indexed and its syntax errors said.
  Module& open(std::shared_ptr<const Document> document);
  Instance& new_instance() { return instances_.emplace_back(); }
  /// Files that others import from, by their paths.
  std::unordered_map<std::string, Module*> imported;
  /// What modules in JSON gave, by the use.
  std::unordered_map<const Instance*, deployment::TemplateOutcome> templates;

 private:
  std::deque<Module> modules_;
  std::deque<Instance> instances_;
};

[[nodiscard]] inline Place place_of(const Expr& expression, const Frame& frame) {
  return frame.own->document->place(expression.span);
}

/// The address of what a file declares, or one around it that is deployed to the same scope; empty where none
/// does.
[[nodiscard]] std::string declared_in(const Module& own, std::string_view type, std::span<const Value> names);

/// `@name(...)`; nullptr where a statement has no such decorator.
[[nodiscard]] const Expr* decorator(const Statement& statement, std::string_view name);

/// An expression as it is written, on one line.
[[nodiscard]] std::string written_text(const Document& document, const Expr& expression);

/// Without parentheses and `!`, which change no value.
[[nodiscard]] const Expr& without_parentheses(const Expr& expression);

/// The value of a key of an object as it is written; nullptr where there is none.
[[nodiscard]] const ObjectItem* item_of(const Document& document, const Expr* object, std::string_view key);

}  // namespace smtplint::bicep
