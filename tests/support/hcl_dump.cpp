#include "support/hcl_dump.h"

#include <array>

namespace smtplint::hcl {
namespace {

constexpr std::array<std::string_view, 16> operator_signs{
    "", "||", "&&", "!", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "-"};

class Dump {
 public:
  explicit Dump(std::string_view text) : text_(text) {}

  void expression(const Expr& expression);
  void body(const Body& body);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void list(std::string_view head, const Expr& expression);
  void object(const Expr& expression);
  void parts(std::span<const TemplatePart> parts);
  void part(const TemplatePart& part);
  void child(const Expr& parent, std::size_t index) { expression(*parent.children[index]); }

  std::string_view text_;
  std::string out_;
};

void Dump::list(std::string_view head, const Expr& expression) {
  out_ += '(';
  out_ += head;
  for (const Expr* const operand : expression.children) {
    out_ += ' ';
    if (operand == nullptr) {
      out_ += '_';
    } else {
      this->expression(*operand);
    }
  }
  if (expression.expand_last || expression.grouped) out_ += " ...";
  out_ += ')';
}

void Dump::object(const Expr& expression) {
  out_ += '{';
  for (const ObjectItem& item : expression.items) {
    if (out_.back() != '{') out_ += ", ";
    if (!item.bare_key) out_ += '=';
    this->expression(*item.key);
    out_ += ": ";
    this->expression(*item.value);
  }
  out_ += '}';
}

void Dump::expression(const Expr& expression) {
  const std::string names = std::string(expression.key_name) + "," + std::string(expression.value_name);
  switch (expression.kind) {
    case ExprKind::error:
      out_ += "ERROR";
      break;
    case ExprKind::null:
      out_ += "null";
      break;
    case ExprKind::boolean:
      out_ += expression.boolean ? "true" : "false";
      break;
    case ExprKind::number:
    case ExprKind::variable:
      out_ += expression.name;
      break;
    case ExprKind::string:
      out_ += '"';
      parts(expression.parts);
      out_ += '"';
      break;
    case ExprKind::object:
      object(expression);
      break;
    case ExprKind::attribute:
      list("." + std::string(expression.name), expression);
      break;
    case ExprKind::index:
      list("index", expression);
      break;
    case ExprKind::splat:
      list("splat", expression);
      break;
    case ExprKind::splat_item:
      out_ += '@';
      break;
    case ExprKind::tuple:
      list("tuple", expression);
      break;
    case ExprKind::call:
      list("call " + std::string(expression.name), expression);
      break;
    case ExprKind::unary:
    case ExprKind::binary:
      list(operator_signs[static_cast<std::size_t>(expression.op)], expression);
      break;
    case ExprKind::conditional:
      list("?", expression);
      break;
    case ExprKind::for_tuple:
      list("for[" + names + "]", expression);
      break;
    case ExprKind::for_object:
      list("for{" + names + "}", expression);
      break;
    case ExprKind::parentheses:
      list("paren", expression);
      break;
  }
}

void Dump::parts(std::span<const TemplatePart> parts) {
  for (const TemplatePart& part : parts) this->part(part);
}

void Dump::part(const TemplatePart& part) {
  switch (part.kind) {
    case PartKind::verbatim:
      out_ += text_.substr(part.span.begin, part.span.length());
      break;
    case PartKind::escape:
      out_ += part.decoded;
      break;
    case PartKind::interpolation:
      out_ += '{';
      expression(*part.expr);
      out_ += '}';
      break;
    case PartKind::conditional:
      out_ += "{if ";
      expression(*part.expr);
      out_ += '|';
      parts(part.body);
      out_ += '|';
      parts(part.otherwise);
      out_ += '}';
      break;
    case PartKind::loop:
      out_ += "{for " + std::string(part.key_name) + "," + std::string(part.value_name) + " in ";
      expression(*part.expr);
      out_ += '|';
      parts(part.body);
      out_ += '}';
      break;
  }
}

void Dump::body(const Body& body) {
  for (const Attribute& attribute : body.attributes) {
    out_ += std::string(attribute.name) + " = ";
    expression(*attribute.value);
    out_ += '\n';
  }
  for (const Block& block : body.blocks) {
    out_ += block.type;
    for (const Label& label : block.labels) out_ += " '" + std::string(label.text) + "'";
    out_ += " {\n";
    this->body(block.body);
    out_ += "}\n";
  }
}

}  // namespace

std::string dump(std::string_view text, const Expr& expression) {
  Dump dump(text);
  dump.expression(expression);
  return dump.take();
}

std::string dump(std::string_view text, const Body& body) {
  Dump dump(text);
  dump.body(body);
  return dump.take();
}

}  // namespace smtplint::hcl
