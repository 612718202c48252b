#include <bicep_symbols.h>

#include <string>

#include "syntax/bicep/reader.h"

namespace smtplint::bicep {
namespace {

std::optional<StatementKind> statement_kind(std::uint16_t symbol) {
  switch (symbol) {
    case symbol::sym_target_scope:
      return StatementKind::target_scope;
    case symbol::sym_using:
      return StatementKind::using_;
    case symbol::sym_extends:
      return StatementKind::extends;
    case symbol::sym_extension:
      return StatementKind::extension;
    case symbol::sym_extension_config:
      return StatementKind::extension_config;
    case symbol::sym_import:
      return StatementKind::import;
    case symbol::sym_metadata:
      return StatementKind::metadata;
    case symbol::sym_parameter:
      return StatementKind::parameter;
    case symbol::sym_type:
      return StatementKind::type;
    case symbol::sym_variable:
      return StatementKind::variable;
    case symbol::sym_resource:
      return StatementKind::resource;
    case symbol::sym_module:
      return StatementKind::module;
    case symbol::sym_test:
      return StatementKind::test;
    case symbol::sym_assert:
      return StatementKind::assert;
    case symbol::sym_output:
      return StatementKind::output;
    case symbol::sym_function:
      return StatementKind::function;
    default:
      return std::nullopt;
  }
}

bool has_name(StatementKind kind) {
  switch (kind) {
    case StatementKind::target_scope:
    case StatementKind::using_:
    case StatementKind::extends:
    case StatementKind::extension:
    case StatementKind::import:
      return false;
    default:
      return true;
  }
}

bool has_text(StatementKind kind) {
  switch (kind) {
    case StatementKind::using_:
    case StatementKind::extends:
    case StatementKind::extension:
    case StatementKind::import:
    case StatementKind::resource:
    case StatementKind::module:
    case StatementKind::test:
      return true;
    default:
      return false;
  }
}

bool is_string(std::uint16_t symbol) {
  return symbol == symbol::sym_string || symbol == symbol::sym_interpolated_string ||
         symbol == symbol::sym_unterminated_string;
}

}  // namespace

bool Children::next() {
  while (entered_ ? reader_.cursor_.next() : reader_.cursor_.first_child()) {
    entered_ = true;
    const std::uint16_t symbol = reader_.cursor_.symbol();
    if (symbol == symbol::sym_comment) {
      reader_.builder_.comment(reader_.cursor_.span());
    } else if (reader_.cursor_.is_error()) {
      reader_.report_unexpected();
    } else if (reader_.cursor_.is_missing()) {
      reader_.report_missing();
    } else if (symbol != symbol::sym_directive) {
      return true;
    }
  }
  return false;
}

/// Comments within an error count too.
void Reader::report_unexpected() {
  const Span span = cursor_.span();
  std::string_view text = slice(span);
  text = text.substr(0, std::min<std::size_t>(text.find_first_of("\r\n"), 40));
  builder_.error(span,
                 text.empty() ? "this does not parse" : "this does not parse: `" + std::string(text) + "`");
  Children children(*this);
  while (children.next()) continue;
}

void Reader::report_missing() {
  const std::string_view what = cursor_.type();
  builder_.error(cursor_.span(), cursor_.is_named() ? "something is missing here: " + std::string(what)
                                                    : "`" + std::string(what) + "` is missing here");
}

void Reader::read_statements() {
  if (cursor_.is_error()) return report_unexpected();
  Children children(*this);
  while (children.next()) {
    if (statement_kind(cursor_.symbol())) builder_.add(read_statement());
  }
}

Statement Reader::read_statement() {
  Statement statement;
  statement.kind = statement_kind(cursor_.symbol()).value_or(StatementKind::variable);
  statement.span = cursor_.span();
  StatementParts parts;
  Children children(*this);
  while (children.next()) read_statement_child(statement, parts);
  statement.decorators = builder_.keep(parts.decorators);
  take_type(statement, parts.type);
  return statement;
}

void Reader::read_statement_child(Statement& statement, StatementParts& parts) {
  bool& assigned = parts.assigned;
  const std::uint16_t symbol = cursor_.symbol();
  if (symbol == symbol::sym_decorator) {
    parts.decorators.push_back(read_decorator());
    return;
  }
  if (!cursor_.is_named()) {
    const std::string_view sign = slice(cursor_.span());
    assigned = assigned || sign == "=" || sign == "=>" || sign == "with";
    if (statement.header.end == 0) statement.header = cursor_.span();
  } else if (symbol == symbol::sym_existing) {
    statement.existing = true;
  } else if (statement.name.empty() && has_name(statement.kind)) {
    read_name(statement);
  } else if (symbol == symbol::sym_imported_symbols || symbol == symbol::sym_imported_all) {
    read_imports(statement);
  } else if (!assigned && has_text(statement.kind)) {
    if (!is_string(symbol)) return;  // `using none`, the alias of an extension
    statement.header.end = cursor_.span().end;
    statement.text = read_expression();
  } else if (symbol == symbol::sym_typed_parameters) {
    Expr lambda = begin(ExprKind::lambda);
    std::vector<std::string_view> names;
    read_function_parameters(names);
    lambda.names = builder_.keep(names);
    statement.value = builder_.keep(lambda);
  } else if (statement.kind == StatementKind::function && assigned) {
    Expr lambda = *statement.value;
    lambda.span.end = cursor_.span().end;
    statement.value = finish(lambda, {read_expression()});
  } else if (assigned && statement.kind != StatementKind::type && statement.value == nullptr) {
    statement.value = read_expression();
  } else {
    read_type(parts.type);
  }
}

void Reader::read_name(Statement& statement) {
  statement.name_span = cursor_.span();
  statement.name = slice(statement.name_span);
  statement.header.end = statement.name_span.end;
}

/// Types say little of values: that there may be none, which one of several may say for all, and which
/// literals there are. Comments in them count.
void Reader::read_type(TypeParts& type) {
  const std::uint16_t symbol = cursor_.symbol();
  if (symbol == symbol::sym_string || symbol == symbol::sym_number)
    return type.literals.push_back(read_expression());
  const bool transparent = symbol == symbol::sym_union_type || symbol == symbol::sym_parenthesized_type;
  if (symbol == symbol::sym_type_name) {
    type.names.push_back(slice(cursor_.span()));
  } else if (!transparent && cursor_.is_named()) {
    type.nullable = type.nullable || symbol == symbol::sym_nullable_type;
    type.more = true;
  }
  if (depth_ >= builder_.limits().deepest) return;
  ++depth_;
  TypeParts inner;
  Children children(*this);
  while (children.next()) read_type(transparent ? type : inner);
  --depth_;
}

void Reader::take_type(Statement& statement, const TypeParts& type) {
  statement.nullable = type.nullable;
  if (type.more) return;
  if (type.literals.empty() && type.names.size() == 1) statement.type_name = type.names.front();
  if (type.literals.empty() || !type.names.empty()) return;
  Expr all;
  all.kind = ExprKind::array;
  all.span = statement.span;
  statement.literals = finish(all, type.literals);
}

void Reader::read_function_parameters(std::vector<std::string_view>& names) {
  Children parameters(*this);
  while (parameters.next()) {
    if (cursor_.symbol() != symbol::sym_typed_parameter) continue;
    Children children(*this);
    if (children.next()) names.push_back(slice(cursor_.span()));
    while (children.next()) continue;
  }
}

void Reader::read_imports(Statement& statement) {
  std::vector<ImportedName> imports;
  const bool all = cursor_.symbol() == symbol::sym_imported_all;
  if (all) imports.push_back({"*", {}});
  Children symbols(*this);
  while (symbols.next()) {
    if (all && cursor_.is_named()) imports.back().alias = slice(cursor_.span());
    if (cursor_.symbol() != symbol::sym_imported_symbol) continue;
    ImportedName import;
    Children children(*this);
    while (children.next()) {
      if (!cursor_.is_named()) continue;
      std::string_view name = slice(cursor_.span());
      if (cursor_.symbol() == symbol::sym_string && name.size() >= 2) name = name.substr(1, name.size() - 2);
      if (import.name.empty()) import.name = name;
      import.alias = name;
    }
    imports.push_back(import);
  }
  statement.imports = builder_.keep(imports);
}

const Expr* Reader::read_decorator() {
  const Expr* decorator = nullptr;
  Children children(*this);
  while (children.next()) {
    if (cursor_.is_named()) decorator = read_expression();
  }
  return decorator != nullptr ? decorator : error_expression(cursor_.span());
}

}  // namespace smtplint::bicep
