#include "syntax/hcl/dump.h"

#include <algorithm>
#include <array>

namespace smtplint::hcl {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(ExprKind::parentheses) + 1> expression_names =
    {
        "error",    "null",        "boolean",   "number",     "string",      "tuple", "object",
        "variable", "attribute",   "index",     "splat",      "item",        "call",  "unary",
        "binary",   "conditional", "for-tuple", "for-object", "parentheses",
};

std::string_view name_of(ExprKind kind) { return expression_names[static_cast<std::size_t>(kind)]; }

class Dump {
 public:
  explicit Dump(std::string_view text) : text_(text) {}

  void body(const Body& body, unsigned depth) {
    for (const Attribute& attribute : body.attributes) {
      line(depth, "attribute " + std::string(attribute.name), attribute.span);
      expression(attribute.value, depth + 1);
    }
    for (const Block& block : body.blocks) {
      line(depth, "block " + std::string(text_.substr(block.header.begin, block.header.length())),
           block.span);
      this->body(block.body, depth + 1);
    }
  }

  void expression(const Expr* expr, unsigned depth) {
    if (expr == nullptr) return;
    line(depth, std::string(name_of(expr->kind)) + (expr->name.empty() ? "" : " " + std::string(expr->name)),
         expr->span);
    for (const Expr* child : expr->children) expression(child, depth + 1);
    for (const ObjectItem& item : expr->items) {
      expression(item.key, depth + 1);
      expression(item.value, depth + 2);
    }
    parts(expr->parts, depth + 1);
  }

  void errors(const Tree& tree) {
    for (const SyntaxError& error : tree.errors()) line(0, "syntax error: " + error.message, error.span);
  }

  std::string finish() { return std::move(result_); }

 private:
  void parts(std::span<const TemplatePart> parts, unsigned depth) {
    for (const TemplatePart& part : parts) {
      line(depth,
           part.kind == PartKind::verbatim ? "text"
           : part.kind == PartKind::escape ? "escape"
                                           : "template",
           part.span);
      expression(part.expr, depth + 1);
      this->parts(part.body, depth + 1);
      this->parts(part.otherwise, depth + 1);
    }
  }

  void line(unsigned depth, const std::string& what, Span span) {
    result_.append(2 * static_cast<std::size_t>(depth), ' ');
    result_ += what + " [" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")\n";
  }

  std::string_view text_;
  std::string result_;
};

}  // namespace

std::string dump(const Tree& tree, std::string_view text) {
  Dump dump(text);
  dump.body(tree.body(), 0);
  dump.expression(tree.expression(), 0);
  dump.errors(tree);
  return dump.finish();
}

}  // namespace smtplint::hcl
