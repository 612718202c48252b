#pragma once

#include <cstdint>
#include <span>

#include "base/span.h"
#include "syntax/hcl/tree.h"
#include "syntax/hcl/tree_builder.h"

namespace smtplint::hcl {

enum class StepKind {
  attribute,        ///< `.name`
  legacy_index,     ///< `.0`
  index,            ///< `[expression]`
  attribute_splat,  ///< `.*`: takes the names and legacy indexes that follow
  full_splat,       ///< `[*]`: takes all that follows
};

struct TraversalStep {
  StepKind kind = StepKind::attribute;
  Span span;
  Span name_span;
  const Expr* index = nullptr;

  [[nodiscard]] bool is_dotted() const {
    return kind == StepKind::attribute || kind == StepKind::legacy_index;
  }
};

/// The flat steps behind a term, grouped as Terraform groups them.
class Traversal {
 public:
  Traversal(TreeBuilder& builder, std::span<const TraversalStep> steps) : builder_(builder), steps_(steps) {}

  [[nodiscard]] const Expr* fold(const Expr* base) { return fold(base, 0, steps_.size()); }

 private:
  [[nodiscard]] const Expr* fold(const Expr* base, std::size_t from, std::size_t to);
  [[nodiscard]] const Expr* splat(const Expr* base, std::size_t at, std::size_t end);
  [[nodiscard]] const Expr* attribute(const Expr* base, const TraversalStep& step);
  [[nodiscard]] const Expr* node(ExprKind kind, const Expr* base, const Expr* operand, std::uint32_t end);

  TreeBuilder& builder_;
  std::span<const TraversalStep> steps_;
};

}  // namespace smtplint::hcl
