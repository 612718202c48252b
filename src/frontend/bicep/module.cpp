#include "frontend/bicep/module.h"

#include <algorithm>

namespace smtplint::bicep {
namespace {

/// Does its name stand among those that expressions and types use?
bool is_referred_to(StatementKind kind) {
  switch (kind) {
    case StatementKind::parameter:
    case StatementKind::variable:
    case StatementKind::resource:
    case StatementKind::module:
    case StatementKind::function:
    case StatementKind::type:
    case StatementKind::output:
      return true;
    default:
      return false;
  }
}

}  // namespace

Module& Deployment::open(std::shared_ptr<const Document> document) {
  Module& module = modules_.emplace_back();
  for (const SyntaxError& error : document->tree->errors())
    add_event({EventKind::syntax_error, document->place(error.span), error.message});
  for (const Statement& statement : document->tree->statements()) {
    if (statement.name.empty() || !is_referred_to(statement.kind)) continue;
    auto& names = statement.kind == StatementKind::output ? module.outputs : module.names;
    names.emplace(statement.name, &statement);
  }
  module.document = std::move(document);
  return module;
}

std::string declared_in(const Module& own, std::string_view type, std::span<const Value> names) {
  for (const Module* at = &own; at != nullptr; at = at->shares_scope ? at->outer : nullptr) {
    std::string address = at->declared.find(type, names);
    if (!address.empty()) return address;
  }
  return {};
}

const Expr* decorator(const Statement& statement, std::string_view name) {
  for (const Expr* one : statement.decorators) {
    const bool calls = one->kind == ExprKind::call || one->kind == ExprKind::method;
    if (calls && one->name == name) return one;
  }
  return nullptr;
}

std::string written_text(const Document& document, const Expr& expression) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::string_view written = document.slice(expression.span);
  std::string text;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end = std::min(written.find_first_of(blanks, at), written.size());
    text += written.substr(at, end - at);
    at = std::min(written.find_first_not_of(blanks, end), written.size());
    if (at > end && at < written.size()) text += ' ';
  }
  return text;
}

const Expr& without_parentheses(const Expr& expression) {
  const Expr* at = &expression;
  while (at->kind == ExprKind::parentheses || at->kind == ExprKind::non_null) at = at->children[0];
  return *at;
}

const ObjectItem* item_of(const Document& document, const Expr* object, std::string_view key) {
  if (object == nullptr) return nullptr;
  for (const ObjectItem& item : object->items) {
    if (item.key != nullptr && plain_text(document.text, *item.key) == key) return &item;
  }
  return nullptr;
}

}  // namespace smtplint::bicep
