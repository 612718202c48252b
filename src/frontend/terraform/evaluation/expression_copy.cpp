#include "frontend/terraform/evaluation/expression_copy.h"

#include <algorithm>
#include <memory>

namespace smtplint::terraform {

ExpressionCopy::ExpressionCopy(std::pmr::memory_resource& arena, const json::Node& string)
    : arena_(arena), text_(string.text), end_(string.span.end) {
  std::uint32_t decoded = 0;
  for (const json::StringPart& part : string.parts) {
    const bool verbatim = part.decoded.empty();
    const auto length = verbatim ? part.span.length() : static_cast<std::uint32_t>(part.decoded.size());
    runs_.push_back({decoded, length, part.span, verbatim});
    decoded += length;
  }
  if (!runs_.empty()) end_ = runs_.back().source.end;
}

const ExpressionCopy::Run* ExpressionCopy::run_at(std::uint32_t decoded) const {
  const auto after = std::ranges::upper_bound(runs_, decoded, {}, &Run::decoded);
  if (after == runs_.begin()) return nullptr;
  const Run& run = *(after - 1);
  return decoded < run.decoded + run.decoded_length ? &run : nullptr;
}

Span ExpressionCopy::map(Span decoded) const {
  const auto begin_of = [this](std::uint32_t offset) {
    const Run* run = run_at(offset);
    if (run == nullptr) return end_;
    return run->verbatim ? run->source.begin + (offset - run->decoded) : run->source.begin;
  };
  if (decoded.begin == decoded.end) return {begin_of(decoded.begin), begin_of(decoded.begin)};
  const Run* last = run_at(decoded.end - 1);
  if (last == nullptr) return {begin_of(decoded.begin), end_};
  const std::uint32_t end =
      last->verbatim ? last->source.begin + (decoded.end - last->decoded) : last->source.end;
  return {begin_of(decoded.begin), end};
}

void ExpressionCopy::split_verbatim(const hcl::TemplatePart& part,
                                    std::vector<hcl::TemplatePart>& parts) const {
  for (const Run& run : runs_) {
    const std::uint32_t begin = std::max(run.decoded, part.span.begin);
    const std::uint32_t end = std::min(run.decoded + run.decoded_length, part.span.end);
    if (begin >= end) continue;
    hcl::TemplatePart piece = part;
    piece.span = map({begin, end});
    piece.kind = run.verbatim ? hcl::PartKind::verbatim : hcl::PartKind::escape;
    piece.decoded = text_.substr(begin, end - begin);
    parts.push_back(piece);
  }
}

std::span<const hcl::TemplatePart> ExpressionCopy::copy_parts(
    std::span<const hcl::TemplatePart> parts) const {
  std::vector<hcl::TemplatePart> copies;
  for (const hcl::TemplatePart& part : parts) {
    if (part.kind == hcl::PartKind::verbatim) {
      split_verbatim(part, copies);
      continue;
    }
    hcl::TemplatePart copied = part;
    copied.span = map(part.span);
    copied.expr = copy(part.expr);
    copied.body = copy_parts(part.body);
    copied.otherwise = copy_parts(part.otherwise);
    copies.push_back(copied);
  }
  return kept_in(arena_, copies);
}

const hcl::Expr* ExpressionCopy::copy(const hcl::Expr* expr) const {
  if (expr == nullptr) return nullptr;
  auto* copied = new (arena_.allocate(sizeof(hcl::Expr), alignof(hcl::Expr))) hcl::Expr(*expr);
  copied->span = map(expr->span);
  copied->name_span = map(expr->name_span);
  std::vector<const hcl::Expr*> children;
  for (const hcl::Expr* child : expr->children) children.push_back(copy(child));
  copied->children = kept_in(arena_, children);
  std::vector<hcl::ObjectItem> items;
  for (const hcl::ObjectItem& item : expr->items) {
    items.push_back({copy(item.key), copy(item.value), item.bare_key});
  }
  copied->items = kept_in(arena_, items);
  copied->parts = copy_parts(expr->parts);
  return copied;
}

}  // namespace smtplint::terraform
