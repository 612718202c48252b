#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontend/arm/documents.h"
#include "frontend/deployment/evaluation_state.h"
#include "frontend/deployment/names.h"
#include "value/existence.h"

namespace smtplint::arm {

using deployment::Memo;

struct Template;

/// How far a loop has come.
struct CopyIndex {
  std::string loop;  ///< in small letters
  Value index;
  bool named = false;  ///< expressions have to name it: a loop of a property or variable
};

/// Where an expression stands: what its names mean.
struct Frame {
  Template* own = nullptr;
  std::vector<CopyIndex> copies;                                         ///< the innermost last
  std::vector<std::pair<std::string, Value>> locals;                     ///< of lambdas
  const std::vector<std::pair<std::string, Value>>* function = nullptr;  ///< arguments of a user function
};

/// An argument of a nested deployment, evaluated by need.
struct Given {
  const json::Node* node = nullptr;
  Frame frame;
  bool wrapped = false;  ///< the node is made of `{"value": ...}` by an expression or a loop
};

/// A template with the arguments of one use.
struct Template {
  const json::Node* node = nullptr;
  std::shared_ptr<const json::Tree> tree;  ///< of a text; that of a file belongs to its document
  SourceId source{};
  Value text;        ///< that it stands in, where it is no file of its own; spans count in it
  std::string path;  ///< of the file, for links
  Template* outer = nullptr;
  Template* names =
      nullptr;  ///< whose parameters and variables its expressions mean: its own or the outer one's
  deployment::Scope scope;
  std::string address;  ///< of the deployment that uses it; empty for a root
  Existence existence;
  std::uint32_t depth = 0;
  bool shares_scope = false;                         ///< with the outer one
  Frame base;                                        ///< the loops that its resources stand in
  std::unordered_map<std::string, Value> arguments;  ///< of parameter files, by name in small letters
  const Reason* more_arguments = nullptr;            ///< there may be others
  std::unordered_map<std::string, Given> given;      ///< of the deployment that uses it
  std::unordered_map<std::string, Memo> parameters;
  std::unordered_map<std::string, Memo> variables;
  Memo outputs;
  deployment::DeclaredResources declared;
  std::unordered_map<std::string, std::string> symbols;    ///< symbolic name -> address
  std::unordered_map<std::string, Template*> deployments;  ///< address -> the template that it uses
};

/// The address of what a template declares, or one around it that is deployed to the same scope; empty where
/// none does.
[[nodiscard]] std::string declared_in(const Template& own, std::string_view type,
                                      std::span<const Value> names);

/// The state of one evaluation: one root with one environment.
class Deployment : public deployment::EvaluationState {
 public:
  Deployment(Documents& files, ValueStore& values)
      : EvaluationState(values, files.limits()), documents(files) {}

  Documents& documents;

  Template& new_template() { return templates_.emplace_back(); }
  /// Where a part of a template stands in the files of the workspace.
  [[nodiscard]] Place place(const Template& in, Span span) const;
  [[nodiscard]] std::shared_ptr<const arm_expression::Tree> expression(const json::Node& node);

 private:
  std::deque<Template> templates_;
  std::unordered_map<const json::Node*, std::shared_ptr<const arm_expression::Tree>> expressions_;
};

}  // namespace smtplint::arm
