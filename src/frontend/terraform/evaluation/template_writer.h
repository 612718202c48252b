#pragma once

#include <span>
#include <vector>

#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/scope.h"
#include "syntax/hcl/tree.h"
#include "value/text.h"

namespace smtplint::terraform {

/// Renders one template: text as it stands, with the pieces of what is interpolated.
class TemplateWriter {
 public:
  TemplateWriter(Evaluator& evaluator, Deployment& deployment, Place place)
      : evaluator_(evaluator), deployment_(deployment), place_(place) {}

  [[nodiscard]] Value write(std::span<const hcl::TemplatePart> parts, const Scope& scope, How how);

 private:
  /// Text of the template itself, or a value that stands in it.
  struct Atom {
    const hcl::TemplatePart* part = nullptr;
    const Document* document = nullptr;
    std::size_t value = 0;  ///< index into `values_` where there is no part
    Place place;
  };

  void collect(std::span<const hcl::TemplatePart> parts, const Scope& scope);
  void collect_conditional(const hcl::TemplatePart& part, const Scope& scope);
  void collect_loop(const hcl::TemplatePart& part, const Scope& scope);
  void add_value(Value value, Place place);
  [[nodiscard]] Value joined(std::span<const Value> values, ProvenanceId origin);
  void add_text(const Atom& atom, ProvenanceId origin, TextBuilder& builder) const;
  [[nodiscard]] Place place_of(const hcl::TemplatePart& part, const Scope& scope) const;

  Evaluator& evaluator_;
  Deployment& deployment_;
  Place place_;
  std::vector<Atom> atoms_;
  std::vector<Value> values_;
  Value refused_;
};

}  // namespace smtplint::terraform
