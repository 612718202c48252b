#include "syntax/bicep/dump.h"

#include <array>

namespace smtplint::bicep {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(ExprKind::spread) + 1> expression_names = {
    "error",  "null",   "boolean",   "number",      "string",   "array",  "object", "variable",
    "access", "nested", "index",     "call",        "method",   "unary",  "binary", "conditional",
    "lambda", "loop",   "condition", "parentheses", "non-null", "spread",
};

constexpr std::array<std::string_view, static_cast<std::size_t>(StatementKind::function) + 1>
    statement_names = {
        "target-scope", "using",     "extends", "extension", "extension-config", "import",
        "metadata",     "parameter", "type",    "variable",  "resource",         "module",
        "test",         "assert",    "output",  "function",
};

class Dump {
 public:
  void statement(const Statement& statement, unsigned depth) {
    const std::string_view kind = statement_names[static_cast<std::size_t>(statement.kind)];
    line(depth, kind, statement.name, statement.span);
    for (const ImportedName& import : statement.imports)
      line(depth + 1, import.name, import.alias == import.name ? std::string_view() : import.alias,
           statement.span);
    for (const Expr* decorator : statement.decorators) expression(decorator, depth + 1);
    expression(statement.text, depth + 1);
    expression(statement.value, depth + 1);
  }

  void error(const SyntaxError& error) { line(0, "syntax error:", error.message, error.span); }

  std::string finish() { return std::move(result_); }

 private:
  void expression(const Expr* expr, unsigned depth) {
    if (expr == nullptr) return;
    line(depth, expression_names[static_cast<std::size_t>(expr->kind)], expr->name, expr->span);
    for (const Expr* child : expr->children) expression(child, depth + 1);
    for (const ObjectItem& item : expr->items) {
      expression(item.key, depth + 1);
      expression(item.value, depth + 2);
    }
    for (const Statement& nested : expr->resources) statement(nested, depth + 1);
    for (const StringPart& part : expr->parts) {
      line(depth + 1,
           part.kind == PartKind::escape     ? "escape"
           : part.kind == PartKind::verbatim ? "text"
                                             : "template",
           {}, part.span);
      expression(part.expr, depth + 2);
    }
  }

  void line(unsigned depth, std::string_view what, std::string_view name, Span span) {
    result_.append(2 * static_cast<std::size_t>(depth), ' ');
    result_.append(what).append(name.empty() ? "" : " ").append(name);
    result_ += " [" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")\n";
  }

  std::string result_;
};

}  // namespace

std::string dump(const Tree& tree) {
  Dump dump;
  for (const Statement& statement : tree.statements()) dump.statement(statement, 0);
  for (const SyntaxError& error : tree.errors()) dump.error(error);
  return dump.finish();
}

}  // namespace smtplint::bicep
