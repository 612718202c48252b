#pragma once

#include <string>
#include <vector>

#include "syntax/program/tree_builder.h"

namespace smtplint::program {

/// What the readers of all languages do alike while they walk the concrete tree of a program.
class ProgramReader {
 public:
  explicit ProgramReader(TreeBuilder& builder) : builder_(builder) {}
  virtual ~ProgramReader() = default;
  ProgramReader(const ProgramReader&) = delete;
  ProgramReader& operator=(const ProgramReader&) = delete;

  /// `scope`: the names of the classes around the block.
  void statements(syntax::ConcreteNode block, const std::string& scope);

 protected:
  virtual void statement(syntax::ConcreteNode node, const std::string& scope) = 0;
  [[nodiscard]] virtual const Expression* expression(syntax::ConcreteNode node) = 0;
  /// `a.b` for `a['b']`, `a->b`, `a.b`; empty for what is no path.
  [[nodiscard]] virtual std::string path_of(syntax::ConcreteNode node) = 0;

  /// What happens in one arm of a condition.
  void arm(syntax::ConcreteNode body, const std::string& scope);
  [[nodiscard]] const Expression* name(syntax::ConcreteNode node);
  [[nodiscard]] const Expression* several(ExpressionKind kind, syntax::ConcreteNode node,
                                          const std::vector<syntax::ConcreteNode>& parts);

  TreeBuilder& builder_;
  unsigned functions_ = 0;  ///< around the statement: what they assign to names of their own does not count
};

}  // namespace smtplint::program
