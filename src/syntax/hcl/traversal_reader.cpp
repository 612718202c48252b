#include <hcl_symbols.h>

#include <array>

#include "syntax/hcl/reader.h"
#include "syntax/hcl/traversal.h"

namespace smtplint::hcl {

const Expr* Traversal::fold(const Expr* base, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const TraversalStep& step = steps_[at];
    switch (step.kind) {
      case StepKind::attribute:
        base = attribute(base, step);
        break;
      case StepKind::index:
      case StepKind::legacy_index:
        base = node(ExprKind::index, base, step.index, step.span.end);
        break;
      case StepKind::attribute_splat: {
        std::size_t end = at + 1;
        while (end < to && steps_[end].is_dotted()) ++end;
        if (end < to && steps_[end].kind == StepKind::attribute_splat) {
          builder_.error(steps_[end].span, "a `.*` cannot follow another one: write `[*]`");
        }
        base = splat(base, at, end);
        at = end - 1;
        break;
      }
      case StepKind::full_splat:
        return splat(base, at, to);
    }
  }
  return base;
}

const Expr* Traversal::splat(const Expr* base, std::size_t at, std::size_t end) {
  Expr item;
  item.kind = ExprKind::splat_item;
  item.span = steps_[at].span;
  const Expr* const each = fold(builder_.keep(item), at + 1, end);
  return node(ExprKind::splat, base, each, steps_[end - 1].span.end);
}

const Expr* Traversal::attribute(const Expr* base, const TraversalStep& step) {
  Expr attribute;
  attribute.kind = ExprKind::attribute;
  attribute.span = {base->span.begin, step.span.end};
  attribute.name_span = step.name_span;
  attribute.name = builder_.slice(step.name_span);
  attribute.children = builder_.keep(std::span<const Expr* const>(&base, 1));
  return builder_.keep(attribute);
}

const Expr* Traversal::node(ExprKind kind, const Expr* base, const Expr* operand, std::uint32_t end) {
  Expr expression;
  expression.kind = kind;
  expression.span = {base->span.begin, end};
  expression.children = builder_.keep(std::span<const Expr* const>(std::array{base, operand}));
  return builder_.keep(expression);
}

TraversalStep Reader::read_dotted_step(std::uint32_t begin) {
  TraversalStep step;
  step.span = {begin, cursor_.span().end};
  step.name_span = cursor_.span();
  if (cursor_.symbol() == symbol::anon_sym_STAR) {
    step.kind = StepKind::attribute_splat;
  } else if (cursor_.symbol() == symbol::sym_number) {
    step.kind = StepKind::legacy_index;
    step.index = read_number();
    if (step.index->name.find('.') != std::string_view::npos) {
      builder_.error(step.name_span, "two legacy indexes cannot follow each other: write `[0][1]`");
    }
  }
  return step;
}

TraversalStep Reader::read_bracketed_step(std::uint32_t begin) {
  const NewlineScope scope(newlines_, Newlines::blank);
  TraversalStep step;
  step.span = {begin, cursor_.span().end};
  if (cursor_.symbol() == symbol::anon_sym_STAR) {
    step.kind = StepKind::full_splat;
  } else {
    step.kind = StepKind::index;
    step.index = read_expression();
  }
  return step;
}

const Expr* Reader::read_postfix() {
  const Span span = cursor_.span();
  const Expr* base = nullptr;
  std::vector<TraversalStep> steps;
  std::uint32_t end = span.begin;
  std::uint32_t step_begin = span.begin;
  enum class Expected { term, sign, name, index } expected = Expected::term;
  const std::uint32_t depth = depth_;
  depth_ += cursor_.child_count() / 2;
  if (depth_ > builder_.limits().deepest) {
    depth_ = depth;
    builder_.error(span, too_deep_message(builder_.limits()));
    return error_expression(span);
  }
  {
    Children children(*this);
    while (children.next()) {
      const Span child = cursor_.span();
      if (expected == Expected::name || expected == Expected::sign) refuse_line_break(end, child.begin);
      end = child.end;
      if (cursor_.symbol() == symbol::anon_sym_RBRACK) {
        if (!steps.empty()) steps.back().span.end = end;
        expected = Expected::sign;
      } else if (cursor_.symbol() == symbol::anon_sym_DOT || cursor_.symbol() == symbol::anon_sym_LBRACK) {
        step_begin = child.begin;
        expected = cursor_.symbol() == symbol::anon_sym_DOT ? Expected::name : Expected::index;
      } else if (expected == Expected::term) {
        base = read_expression();
        expected = Expected::sign;
      } else if (expected == Expected::name) {
        steps.push_back(read_dotted_step(step_begin));
        expected = Expected::sign;
      } else if (expected == Expected::index) {
        steps.push_back(read_bracketed_step(step_begin));
      }
    }
  }
  depth_ = depth;
  if (base == nullptr) base = error_expression(span);
  return Traversal(builder_, steps).fold(base);
}

}  // namespace smtplint::hcl
