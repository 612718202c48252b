#include "syntax/program/tree_builder.h"

#include <algorithm>

namespace smtplint::program {

const Expression* TreeBuilder::keep(const Expression& expression) {
  return syntax::keep(tree_->arena_, std::span<const Expression>(&expression, 1)).data();
}

const Expression* TreeBuilder::text(Span span, std::string_view decoded) {
  const std::string_view kept = slice(span) == decoded ? slice(span) : syntax::keep(tree_->arena_, decoded);
  return keep({ExpressionKind::text, span, kept, {}, {}});
}

const Expression* TreeBuilder::compound(ExpressionKind kind, Span span, std::string_view text,
                                        const std::vector<const Expression*>& items,
                                        const std::vector<Pair>& pairs) {
  return keep({kind, span, syntax::keep(tree_->arena_, text),
               syntax::keep(tree_->arena_, std::span<const Expression* const>(items)),
               syntax::keep(tree_->arena_, std::span<const Pair>(pairs))});
}

Pair TreeBuilder::pair(std::string_view name, Span name_span, const Expression* value) {
  return {syntax::keep(tree_->arena_, name), name_span, value};
}

void TreeBuilder::assign(std::string_view target, Span target_span, const Expression* value) {
  tree_->assignments_.push_back({syntax::keep(tree_->arena_, target), target_span, value,
                                 syntax::keep(tree_->arena_, std::span<const Condition>(under_))});
}

void TreeBuilder::say_what_does_not_parse(syntax::ConcreteNode node) {
  if (!node.has_error()) return;
  while (!node.is_error()) {
    const syntax::ConcreteNode inner = node.erroneous_part();
    if (!inner) break;
    node = inner;
  }
  const std::uint32_t begin = node.span().begin;
  const std::size_t line_end = std::min(text_.find('\n', begin), text_.size());
  const auto end = std::min<std::size_t>(std::max<std::size_t>(node.span().end, begin + 1), line_end);
  say({begin, static_cast<std::uint32_t>(std::max<std::size_t>(end, begin))}, "this part does not parse");
}

void TreeBuilder::Arms::next() {
  if (builder_.under_.size() > outer_) builder_.under_.back().taken = false;
  builder_.under_.push_back({++builder_.conditions_, true});
}

void TreeBuilder::Arms::last() {
  if (builder_.under_.size() > outer_) builder_.under_.back().taken = false;
}

std::string joined(std::string_view path, std::string_view name) {
  if (path.empty()) return std::string(name);
  return std::string(path) + "." + std::string(name);
}

}  // namespace smtplint::program
