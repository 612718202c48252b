#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frontend/arm/template.h"
#include "frontend/deployment/choice.h"
#include "frontend/deployment/functions.h"

namespace smtplint::arm {

/// JSON with expressions to values.
class Evaluator {
 public:
  explicit Evaluator(Deployment& deployment) : deployment_(deployment) {}

  [[nodiscard]] Value evaluate(const json::Node& node, const Frame& frame);
  /// An object whose `copy` property makes further properties: `properties`, `variables`.
  [[nodiscard]] Value evaluate_with_copies(const json::Node& object, const Frame& frame);
  /// `{"count": ..., "input": ...}` as an array.
  [[nodiscard]] Value copied(const json::Node& copy, std::string_view name, const json::Node* input,
                             const Frame& frame);
  [[nodiscard]] Value parameter(Template& names, std::string_view name, Place place);
  [[nodiscard]] Value variable(Template& names, std::string_view name, Place place);
  /// The outputs of a template as `reference()` shows them: `{name: {type, value}}`.
  [[nodiscard]] Value outputs(Template& used);

  [[nodiscard]] Place place(const json::Node& node, const Frame& frame) const {
    return deployment_.place(*frame.own, node.span);
  }

 private:
  using Expression = arm_expression::Node;
  /// An expression, with the text that it stands in.
  struct Written {
    Value text;
    const Frame& frame;
  };

  [[nodiscard]] Value given_value(Template& names, const std::string& key, std::string_view called);
  [[nodiscard]] Value default_value(Template& names, const json::Member& declared, std::string_view called);
  [[nodiscard]] Value evaluate_kind(const json::Node& node, const Frame& frame);
  [[nodiscard]] Value string(const json::Node& node, const Frame& frame);
  [[nodiscard]] Value text_of(const json::Node& node, const Frame& frame, ProvenanceId origin);
  [[nodiscard]] Value hole_in(const json::Node& node, const Frame& frame);
  [[nodiscard]] Value array(const json::Node& node, const Frame& frame);
  void add_copies(const json::Node& copies, const Frame& frame, std::vector<Entry>& entries);
  [[nodiscard]] const Reason* add_member(const json::Member& member, const Frame& frame,
                                         std::vector<Entry>& entries);

  [[nodiscard]] Value expression(const Expression& expression, const Written& written);
  [[nodiscard]] Value expression_kind(const Expression& expression, const Written& written);
  [[nodiscard]] Value literal(const Expression& expression, const Written& written);
  [[nodiscard]] Value call(const Expression& call, const Written& written);
  [[nodiscard]] Value form(const std::string& name, const Expression& call, const Written& written,
                           Place place);
  [[nodiscard]] Value conditional(const Expression& call, const Written& written, Place place);
  [[nodiscard]] Value copy_index(const Expression& call, const Written& written, Place place);
  [[nodiscard]] Value user_function(const std::string& name, const Expression& call, const Written& written,
                                    Place place);
  [[nodiscard]] Value reference(const Expression& call, const Written& written, Place place);
  [[nodiscard]] Value plain_call(const Expression& call, const Written& written, Place place);
  [[nodiscard]] std::string_view container_text(const Expression& node, const Written& written);
  [[nodiscard]] Value element(Value container, Value key, Place place, std::string_view written) {
    return deployment::element(deployment_, container, key, {place, written});
  }
  [[nodiscard]] Place place_of(const Expression& expression, const Written& written) const;
  [[nodiscard]] ValueStore& store() const { return deployment_.store; }

  Deployment& deployment_;
};

}  // namespace smtplint::arm
