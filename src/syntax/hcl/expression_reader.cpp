#include <hcl_symbols.h>

#include <array>
#include <utility>

#include "syntax/hcl/reader.h"

namespace smtplint::hcl {
namespace {

Operator binary_operator(std::uint16_t sign) {
  switch (sign) {
    case symbol::anon_sym_PIPE_PIPE:
      return Operator::logical_or;
    case symbol::anon_sym_AMP_AMP:
      return Operator::logical_and;
    case symbol::anon_sym_EQ_EQ:
      return Operator::equal;
    case symbol::anon_sym_BANG_EQ:
      return Operator::not_equal;
    case symbol::anon_sym_LT:
      return Operator::less;
    case symbol::anon_sym_LT_EQ:
      return Operator::less_equal;
    case symbol::anon_sym_GT:
      return Operator::greater;
    case symbol::anon_sym_GT_EQ:
      return Operator::greater_equal;
    case symbol::anon_sym_PLUS:
      return Operator::add;
    case symbol::anon_sym_DASH:
      return Operator::subtract;
    case symbol::anon_sym_STAR:
      return Operator::multiply;
    case symbol::anon_sym_SLASH:
      return Operator::divide;
    case symbol::anon_sym_PERCENT:
      return Operator::modulo;
    default:
      return Operator::none;
  }
}

}  // namespace

const Expr* Reader::read_lone_expression() {
  const NewlineScope scope(newlines_, Newlines::blank);
  const Span whole = cursor_.span();
  const Expr* expression = nullptr;
  if (cursor_.is_error()) report_unexpected();
  Children children(*this);
  while (children.next()) {
    if (!cursor_.is_named() || expression != nullptr) continue;
    expression =
        cursor_.symbol() == symbol::sym_template ? read_template(TextStyle::bare) : read_expression();
  }
  return expression != nullptr ? expression : error_expression(whole);
}

const Expr* Reader::read_expression() {
  const Nesting nesting(*this);
  if (!nesting.too_deep()) return read_expression_of_kind();
  builder_.error(cursor_.span(), too_deep_message(builder_.limits()));
  return error_expression(cursor_.span());
}

const Expr* Reader::read_expression_of_kind() {
  if (cursor_.is_missing()) return error_expression(cursor_.span());
  switch (cursor_.symbol()) {
    case symbol::sym_identifier:
      return read_name();
    case symbol::sym_number:
      return read_number();
    case symbol::sym_string:
      return read_string();
    case symbol::sym_quoted_template:
      return read_template(TextStyle::quoted);
    case symbol::sym_heredoc:
      return read_template(TextStyle::heredoc);
    case symbol::sym_tuple:
      return read_tuple();
    case symbol::sym_object:
      return read_object();
    case symbol::sym_for_tuple:
      return read_for(ExprKind::for_tuple);
    case symbol::sym_for_object:
      return read_for(ExprKind::for_object);
    case symbol::sym_call:
      return read_call();
    case symbol::sym_parentheses:
      return read_parentheses();
    case symbol::sym_unary:
      return read_unary();
    case symbol::sym_binary:
      return read_binary();
    case symbol::sym_conditional:
      return read_conditional();
    case symbol::sym_postfix:
      return read_postfix();
    default:
      return error_expression(cursor_.span());
  }
}

const Expr* Reader::read_name() {
  Expr name;
  name.kind = ExprKind::variable;
  name.span = name.name_span = cursor_.span();
  name.name = slice(name.span);
  if (name.name == "null") {
    name.kind = ExprKind::null;
  } else if (name.name == "true" || name.name == "false") {
    name.kind = ExprKind::boolean;
    name.boolean = name.name == "true";
  }
  return make(name);
}

const Expr* Reader::read_number() {
  Expr number;
  number.kind = ExprKind::number;
  number.span = number.name_span = cursor_.span();
  number.name = slice(number.span);
  return make(number);
}

const Expr* Reader::read_parentheses() {
  const NewlineScope scope(newlines_, Newlines::blank);
  const Span span = cursor_.span();
  const Expr* inner = nullptr;
  Children children(*this);
  while (children.next()) {
    if (cursor_.is_named()) inner = read_expression();
  }
  if (inner == nullptr) inner = error_expression(span);
  return make(ExprKind::parentheses, span, std::array{inner});
}

const Expr* Reader::read_tuple() {
  const NewlineScope scope(newlines_, Newlines::blank);
  const Span span = cursor_.span();
  Gathered<const Expr*> elements(expressions_);
  Children children(*this);
  while (children.next()) {
    if (cursor_.is_named()) elements.add(read_expression());
  }
  return make(ExprKind::tuple, span, elements.nodes());
}

const Expr* Reader::read_object() {
  const NewlineScope scope(newlines_, Newlines::end);
  Expr object;
  object.kind = ExprKind::object;
  object.span = cursor_.span();
  Gathered<ObjectItem> items(items_);
  Children children(*this);
  while (children.next()) {
    if (cursor_.symbol() == symbol::sym_object_item) items.add(read_object_item());
  }
  object.items = builder_.keep(items.nodes());
  return make(object);
}

ObjectItem Reader::read_object_item() {
  ObjectItem item;
  const Span span = cursor_.span();
  std::uint32_t end = span.begin;
  Children children(*this);
  while (children.next()) {
    refuse_line_break(end, cursor_.span().begin);
    end = cursor_.span().end;
    if (!cursor_.is_named()) continue;
    if (item.key == nullptr) {
      item.bare_key = cursor_.symbol() == symbol::sym_identifier;
      item.key = read_expression();
    } else {
      item.value = read_expression();
    }
  }
  if (item.key == nullptr) item.key = error_expression(span);
  if (item.value == nullptr) item.value = error_expression({span.end, span.end});
  return item;
}

const Expr* Reader::read_for(ExprKind kind) {
  const NewlineScope scope(newlines_, Newlines::blank);
  Expr loop;
  loop.kind = kind;
  loop.span = cursor_.span();
  const std::size_t operands = kind == ExprKind::for_tuple ? 3 : 4;
  std::array<const Expr*, 4> operand{};
  std::size_t next_operand = 0;
  bool in_intro = true;
  Children children(*this);
  while (children.next()) {
    const std::uint16_t sign = cursor_.symbol();
    if (sign == symbol::anon_sym_in) in_intro = false;
    if (sign == symbol::anon_sym_DOT_DOT_DOT) loop.grouped = true;
    if (sign == symbol::anon_sym_if) next_operand = operands - 1;
    if (!cursor_.is_named()) continue;
    if (in_intro) {
      loop.key_name = std::exchange(loop.value_name, slice(cursor_.span()));
    } else if (next_operand < operands) {
      operand[next_operand++] = read_expression();
    }
  }
  for (std::size_t i = 0; i + 1 < operands; ++i) {
    if (operand[i] == nullptr) operand[i] = error_expression(loop.span);
  }
  loop.children = builder_.keep(std::span<const Expr* const>(operand).first(operands));
  return make(loop);
}

const Expr* Reader::read_call() {
  Expr call;
  call.kind = ExprKind::call;
  call.span = cursor_.span();
  call.name_span = {call.span.begin, call.span.begin};
  Gathered<const Expr*> arguments(expressions_);
  std::uint32_t name_parts = 0;
  bool in_name = true;
  const Newlines outside = newlines_;
  const NewlineScope scope(newlines_, Newlines::blank);
  Children children(*this);
  while (children.next()) {
    const Span span = cursor_.span();
    const std::uint16_t sign = cursor_.symbol();
    if (in_name) {
      const NewlineScope header(newlines_, outside);
      refuse_line_break(call.name_span.end, span.begin);
    }
    if (sign == symbol::anon_sym_LPAREN) in_name = false;
    if (sign == symbol::anon_sym_DOT_DOT_DOT) call.expand_last = true;
    if (in_name) {
      call.name_span.end = span.end;
      ++name_parts;
    } else if (cursor_.is_named()) {
      arguments.add(read_expression());
    }
  }
  call.name = name_parts == 1 ? slice(call.name_span) : without_blanks(call.name_span);
  call.children = builder_.keep(arguments.nodes());
  return make(call);
}

std::string_view Reader::without_blanks(Span span) {
  const std::string_view text = slice(span);
  constexpr std::string_view blanks = " \t\r\n";
  if (text.find_first_of(blanks) == std::string_view::npos) return text;
  std::string name;
  for (const char c : text) {
    if (blanks.find(c) == std::string_view::npos) name += c;
  }
  return builder_.keep_text(name);
}

const Expr* Reader::read_unary() {
  Expr unary;
  unary.kind = ExprKind::unary;
  unary.span = cursor_.span();
  const Expr* operand = nullptr;
  std::uint32_t end = unary.span.begin;
  Children children(*this);
  while (children.next()) {
    refuse_line_break(end, cursor_.span().begin);
    end = cursor_.span().end;
    if (cursor_.is_named()) {
      operand = read_expression();
    } else {
      unary.op = cursor_.symbol() == symbol::anon_sym_BANG ? Operator::logical_not : Operator::negate;
    }
  }
  if (operand == nullptr) operand = error_expression(unary.span);
  unary.children = builder_.keep(std::span<const Expr* const>(&operand, 1));
  return make(unary);
}

const Expr* Reader::read_binary() {
  Expr binary;
  binary.kind = ExprKind::binary;
  binary.span = cursor_.span();
  std::array<const Expr*, 2> operands{};
  std::uint32_t end = binary.span.begin;
  Children children(*this);
  while (children.next()) {
    refuse_line_break(end, cursor_.span().begin);
    end = cursor_.span().end;
    if (cursor_.is_named()) {
      operands[operands[0] == nullptr ? 0 : 1] = read_expression();
    } else {
      binary.op = binary_operator(cursor_.symbol());
    }
  }
  for (const Expr*& operand : operands) {
    if (operand == nullptr) operand = error_expression(binary.span);
  }
  binary.children = builder_.keep(std::span<const Expr* const>(operands));
  return make(binary);
}

const Expr* Reader::read_conditional() {
  const Span span = cursor_.span();
  std::array<const Expr*, 3> operands{};
  std::size_t next_operand = 0;
  std::uint32_t end = span.begin;
  Children children(*this);
  while (children.next()) {
    refuse_line_break(end, cursor_.span().begin);
    end = cursor_.span().end;
    if (cursor_.is_named() && next_operand < operands.size()) operands[next_operand++] = read_expression();
  }
  for (const Expr*& operand : operands) {
    if (operand == nullptr) operand = error_expression(span);
  }
  return make(ExprKind::conditional, span, operands);
}

}  // namespace smtplint::hcl
