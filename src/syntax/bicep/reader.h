#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/bicep/tree_builder.h"
#include "syntax/concrete.h"
#include "syntax/cursor.h"

namespace smtplint::bicep {

/// Makes the typed tree of a concrete one. Says what is wrong, and drops the statements that hold it.
class Reader {
 public:
  Reader(TreeBuilder& builder, const syntax::ConcreteTree& tree) : builder_(builder), cursor_(tree) {}

  void read_statements();

 private:
  friend class Children;

  /// What of a type says which values there are.
  struct TypeParts {
    bool nullable = false;
    std::vector<const Expr*> literals;
    std::vector<std::string_view> names;
    bool more = false;  ///< it has values that are neither
  };
  /// What has been met of a statement.
  struct StatementParts {
    std::vector<const Expr*> decorators;
    TypeParts type;
    bool assigned = false;
  };

  [[nodiscard]] Statement read_statement();
  void read_statement_child(Statement& statement, StatementParts& parts);
  void read_name(Statement& statement);
  void read_imports(Statement& statement);
  void read_function_parameters(std::vector<std::string_view>& names);
  void read_type(TypeParts& type);
  void take_type(Statement& statement, const TypeParts& type);
  [[nodiscard]] const Expr* read_decorator();

  [[nodiscard]] const Expr* read_expression();
  [[nodiscard]] const Expr* read_expression_of_kind();
  [[nodiscard]] const Expr* read_identifier();
  [[nodiscard]] const Expr* read_operands(ExprKind kind);
  [[nodiscard]] const Expr* read_access(ExprKind kind);
  [[nodiscard]] const Expr* read_lambda();
  [[nodiscard]] const Expr* read_loop();
  [[nodiscard]] const Expr* read_object();
  [[nodiscard]] const Expr* read_key();
  [[nodiscard]] ObjectItem read_property();
  void read_arguments(std::vector<const Expr*>& arguments);
  void read_names(std::vector<std::string_view>& names);
  [[nodiscard]] const Expr* read_string();
  [[nodiscard]] const Expr* read_interpolated_string();
  void add_text(Span text, bool multi_line, std::vector<StringPart>& parts);

  [[nodiscard]] Expr begin(ExprKind kind) const;
  [[nodiscard]] const Expr* finish(Expr& expression, const std::vector<const Expr*>& children);
  [[nodiscard]] const Expr* error_expression(Span span);
  void report_unexpected();
  void report_missing();
  [[nodiscard]] std::string_view slice(Span span) const { return builder_.slice(span); }

  TreeBuilder& builder_;
  syntax::Cursor cursor_;
  std::uint32_t depth_ = 0;
};

/// The children of the node under the cursor, without comments and errors, which are noted on the way.
/// Between two calls of `next` the cursor has to come back to where it was.
class Children {
 public:
  explicit Children(Reader& reader) : reader_(reader) {}
  ~Children() {
    if (entered_) reader_.cursor_.parent();
  }
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;

  [[nodiscard]] bool next();

 private:
  Reader& reader_;
  bool entered_ = false;
};

/// How many `$` begin an interpolation of a string on several lines; nothing for a string on one line.
[[nodiscard]] std::optional<std::size_t> interpolation_signs(std::string_view string);

}  // namespace smtplint::bicep
