#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/template_writer.h"
#include "frontend/terraform/evaluation/value_parts.h"

namespace smtplint::terraform {
namespace {

/// The text between the quotes or heredoc markers.
Place content_place(const hcl::Expr& expr, Place whole, const Document& document) {
  if (!document.base.is_absent() || !whole.known()) return whole;
  if (!expr.parts.empty()) {
    return {whole.source, {expr.parts.front().span.begin, expr.parts.back().span.end}};
  }
  return expr.heredoc ? whole : inside_quotes(whole);
}

bool is_single_interpolation(const hcl::Expr& expr) {
  return expr.parts.size() == 1 && expr.parts.front().kind == hcl::PartKind::interpolation && !expr.heredoc;
}

}  // namespace

Value Evaluator::string(const hcl::Expr& expr, const Scope& scope) {
  if (is_single_interpolation(expr)) return evaluate(*expr.parts.front().expr, scope);
  const Place place = content_place(expr, place_of(expr, scope), *scope.document);
  return TemplateWriter(*this, deployment_, place).write(expr.parts, scope, How::literal);
}

const hcl::Tree& Evaluator::template_tree(const Text& text, SourceId source) {
  if (source != no_source) return deployment_.workspace.files().template_in(source);
  std::shared_ptr<const hcl::Tree>& tree = templates_[{text.chars.data(), text.chars.size()}];
  if (tree == nullptr) tree = hcl::parse_template(text.chars, deployment_.workspace.files().parse_limits());
  return *tree;
}

Value Evaluator::render(Value text, Value variables, Place place) {
  if (!text.is(ValueType::string)) return unknown_like(store(), text, place);
  SourceStore& sources = deployment_.workspace.files().sources();
  SourceId whole_file = no_source;
  const std::span<const Piece> pieces = text.text().pieces;
  if (pieces.size() == 1 && pieces.front().kind == PieceKind::verbatim) {
    const SourceId source = pieces.front().place.source;
    if (source != no_source && sources.get(source).text() == text.text().chars) whole_file = source;
  }
  const hcl::Tree& tree = template_tree(text.text(), whole_file);
  for (const hcl::SyntaxError& error : tree.errors()) return deployment_.refuse(error.message, place);
  if (tree.expression() == nullptr) return deployment_.refuse("the template does not parse", place);
  const Document document{no_source, text.text().chars, text};
  Scope scope;
  scope.document = &document;
  scope.names = variables;
  const hcl::Expr& expr = *tree.expression();
  const Value rendered = evaluate(expr, scope);
  context_.place = place;
  return rendered;
}

}  // namespace smtplint::terraform
