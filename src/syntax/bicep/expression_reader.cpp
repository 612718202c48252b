#include <bicep_symbols.h>

#include <array>
#include <utility>

#include "syntax/bicep/reader.h"

namespace smtplint::bicep {
namespace {

constexpr std::array<std::pair<std::string_view, Operator>, 17> binary_operators = {{
    {"??", Operator::coalesce},
    {"||", Operator::logical_or},
    {"&&", Operator::logical_and},
    {"==", Operator::equal},
    {"!=", Operator::not_equal},
    {"=~", Operator::equal_ignoring_case},
    {"!~", Operator::not_equal_ignoring_case},
    {"<", Operator::less},
    {"<=", Operator::less_equal},
    {">", Operator::greater},
    {">=", Operator::greater_equal},
    {"+", Operator::add},
    {"-", Operator::subtract},
    {"*", Operator::multiply},
    {"/", Operator::divide},
    {"%", Operator::modulo},
    {"!", Operator::logical_not},
}};

Operator operator_of(std::string_view sign, ExprKind kind) {
  if (kind == ExprKind::unary && sign == "-") return Operator::negate;
  if (kind == ExprKind::unary && sign == "+") return Operator::plus;
  for (const auto& [written, op] : binary_operators) {
    if (written == sign) return op;
  }
  return Operator::none;
}

std::size_t operand_count(ExprKind kind) {
  switch (kind) {
    case ExprKind::binary:
    case ExprKind::index:
    case ExprKind::condition:
      return 2;
    case ExprKind::conditional:
      return 3;
    case ExprKind::unary:
    case ExprKind::parentheses:
    case ExprKind::non_null:
    case ExprKind::spread:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

const Expr* Reader::read_expression() {
  if (depth_ >= builder_.limits().deepest) {
    builder_.error(cursor_.span(), "this is nested deeper than " + std::to_string(builder_.limits().deepest));
    return error_expression(cursor_.span());
  }
  ++depth_;
  const Expr* expression = read_expression_of_kind();
  --depth_;
  return expression;
}

const Expr* Reader::read_expression_of_kind() {
  switch (cursor_.symbol()) {
    case symbol::sym_identifier:
      return read_identifier();
    case symbol::sym_number: {
      Expr number = begin(ExprKind::number);
      number.name = slice(number.span);
      return builder_.keep(number);
    }
    case symbol::sym_string:
    case symbol::sym_unterminated_string:
      return read_string();
    case symbol::sym_interpolated_string:
      return read_interpolated_string();
    case symbol::sym_array:
      return read_operands(ExprKind::array);
    case symbol::sym_object:
      return read_object();
    case symbol::sym_access:
      return read_access(ExprKind::access);
    case symbol::sym_nested:
      return read_access(ExprKind::nested);
    case symbol::sym_method:
      return read_access(ExprKind::method);
    case symbol::sym_call:
      return read_access(ExprKind::call);
    case symbol::sym_index:
      return read_operands(ExprKind::index);
    case symbol::sym_unary:
      return read_operands(ExprKind::unary);
    case symbol::sym_binary:
      return read_operands(ExprKind::binary);
    case symbol::sym_conditional:
      return read_operands(ExprKind::conditional);
    case symbol::sym_lambda:
      return read_lambda();
    case symbol::sym_for:
      return read_loop();
    case symbol::sym_if:
      return read_operands(ExprKind::condition);
    case symbol::sym_parentheses:
      return read_operands(ExprKind::parentheses);
    case symbol::sym_non_null:
      return read_operands(ExprKind::non_null);
    case symbol::sym_spread:
      return read_operands(ExprKind::spread);
    default:
      return error_expression(cursor_.span());
  }
}

const Expr* Reader::read_identifier() {
  Expr name = begin(ExprKind::variable);
  name.name = slice(name.span);
  name.name_span = name.span;
  if (name.name == "null") name.kind = ExprKind::null;
  if (name.name == "true" || name.name == "false") {
    name.kind = ExprKind::boolean;
    name.boolean = name.name == "true";
  }
  return builder_.keep(name);
}

/// Operands with signs between them.
const Expr* Reader::read_operands(ExprKind kind) {
  Expr expression = begin(kind);
  std::vector<const Expr*> operands;
  {
    Children children(*this);
    while (children.next()) {
      const std::string_view sign = slice(cursor_.span());
      if (cursor_.is_named()) {
        operands.push_back(read_expression());
      } else if (kind == ExprKind::index) {
        expression.safe = expression.safe || sign.starts_with("[?");
        expression.from_end = expression.from_end || sign.ends_with("^");
      } else if (kind == ExprKind::unary || kind == ExprKind::binary) {
        expression.op = operator_of(sign, kind);
      }
    }
  }
  while (operands.size() < operand_count(kind)) operands.push_back(error_expression(expression.span));
  return finish(expression, operands);
}

/// A name behind something, and what it is called with.
const Expr* Reader::read_access(ExprKind kind) {
  Expr expression = begin(kind);
  std::vector<const Expr*> operands;
  bool wants_operand = kind != ExprKind::call;
  Children children(*this);
  while (children.next()) {
    if (!cursor_.is_named()) {
      expression.safe = expression.safe || slice(cursor_.span()) == ".?";
    } else if (cursor_.symbol() == symbol::sym_arguments) {
      read_arguments(operands);
    } else if (std::exchange(wants_operand, false)) {
      operands.push_back(read_expression());
    } else {
      expression.name_span = cursor_.span();
      expression.name = slice(expression.name_span);
    }
  }
  if (kind != ExprKind::call && operands.empty()) operands.push_back(error_expression(expression.span));
  return finish(expression, operands);
}

void Reader::read_arguments(std::vector<const Expr*>& arguments) {
  Children children(*this);
  while (children.next()) {
    if (cursor_.is_named()) arguments.push_back(read_expression());
  }
}

/// The names between parentheses, however deep these are.
void Reader::read_names(std::vector<std::string_view>& names) {
  Children children(*this);
  while (children.next()) {
    if (cursor_.symbol() == symbol::sym_identifier) {
      names.push_back(slice(cursor_.span()));
    } else if (cursor_.symbol() == symbol::sym_parentheses) {
      read_names(names);
    } else if (cursor_.is_named()) {
      builder_.error(cursor_.span(), "a parameter of a lambda is a name");
    }
  }
}

const Expr* Reader::read_lambda() {
  Expr lambda = begin(ExprKind::lambda);
  std::vector<std::string_view> names;
  std::vector<const Expr*> body;
  bool in_body = false;
  Children children(*this);
  while (children.next()) {
    if (!cursor_.is_named()) {
      in_body = in_body || slice(cursor_.span()) == "=>";
    } else if (in_body) {
      body.push_back(read_expression());
    } else if (cursor_.symbol() == symbol::alias_sym_lambda_parameter) {
      names.push_back(slice(cursor_.span()));
    } else {
      read_names(names);
    }
  }
  if (body.empty()) body.push_back(error_expression(lambda.span));
  lambda.names = builder_.keep(names);
  return finish(lambda, body);
}

const Expr* Reader::read_loop() {
  Expr loop = begin(ExprKind::loop);
  std::vector<std::string_view> names;
  std::vector<const Expr*> operands;
  bool in_names = true;
  Children children(*this);
  while (children.next()) {
    if (!cursor_.is_named()) {
      in_names = in_names && slice(cursor_.span()) != "in";
    } else if (in_names) {
      names.push_back(slice(cursor_.span()));
    } else {
      operands.push_back(read_expression());
    }
  }
  while (operands.size() < 2) operands.push_back(error_expression(loop.span));
  loop.names = builder_.keep(names);
  return finish(loop, operands);
}

const Expr* Reader::read_object() {
  Expr object = begin(ExprKind::object);
  std::vector<ObjectItem> items;
  std::vector<Statement> resources;
  {
    Children children(*this);
    while (children.next()) {
      if (cursor_.symbol() == symbol::sym_property) {
        items.push_back(read_property());
      } else if (cursor_.symbol() == symbol::sym_spread) {
        items.push_back({nullptr, read_expression()});
      } else if (cursor_.symbol() == symbol::sym_resource) {
        resources.push_back(read_statement());
      }
    }
  }
  object.items = builder_.keep(items);
  object.resources = builder_.keep(resources);
  return builder_.keep(object);
}

ObjectItem Reader::read_property() {
  const Span span = cursor_.span();
  ObjectItem item;
  Children children(*this);
  while (children.next()) {
    if (!cursor_.is_named()) continue;
    (item.key == nullptr ? item.key : item.value) = item.key == nullptr ? read_key() : read_expression();
  }
  if (item.key == nullptr) item.key = error_expression(span);
  if (item.value == nullptr) item.value = error_expression({span.end, span.end});
  return item;
}

/// A name as a key is a string of that text.
const Expr* Reader::read_key() {
  if (cursor_.symbol() != symbol::sym_identifier) return read_expression();
  Expr key = begin(ExprKind::string);
  const StringPart text{PartKind::verbatim, key.span, {}, nullptr};
  key.parts = builder_.keep(std::vector{text});
  return builder_.keep(key);
}

Expr Reader::begin(ExprKind kind) const {
  Expr expression;
  expression.kind = kind;
  expression.span = cursor_.span();
  return expression;
}

const Expr* Reader::finish(Expr& expression, const std::vector<const Expr*>& children) {
  expression.children = builder_.keep(children);
  return builder_.keep(expression);
}

const Expr* Reader::error_expression(Span span) {
  Expr expression;
  expression.span = span;
  return builder_.keep(expression);
}

}  // namespace smtplint::bicep
