#include <algorithm>
#include <array>

#include "base/limit.h"
#include "frontend/bicep/evaluator.h"
#include "value/alternatives.h"
#include "value/number.h"
#include "value/segments.h"
#include "value/text.h"

namespace smtplint::bicep {

Value Evaluator::evaluate(const Expr& expression, const Frame& frame) {
  const bool steps = deployment_.budget.spend();
  if (!steps || deployment_.depth >= 4 * deployment_.limits.nesting)
    return deployment_.cut_off(steps ? Limit::nesting : Limit::evaluation_steps, place_of(expression, frame));
  ++deployment_.depth;
  const Value value = evaluate_kind(expression, frame);
  --deployment_.depth;
  return value;
}

Value Evaluator::evaluate_kind(const Expr& expression, const Frame& frame) {
  const Place place = place_of(expression, frame);
  const auto literal = [&] { return store().step(How::literal, place); };
  switch (expression.kind) {
    case ExprKind::null:
      return store().null(literal());
    case ExprKind::boolean:
      return store().boolean(expression.boolean, literal());
    case ExprKind::number: {
      const auto canonical = canonical_number(expression.name);
      return canonical ? store().number(*canonical, literal())
                       : deployment_.cut_off(Limit::number_digits, place);
    }
    case ExprKind::string:
      return string(expression, frame);
    case ExprKind::array:
      return array(expression, frame);
    case ExprKind::object:
      return object(expression, frame);
    case ExprKind::variable:
      return name(expression.name, place, frame);
    case ExprKind::access:
    case ExprKind::nested:
      return access(expression, frame);
    case ExprKind::index:
      return index(expression, frame);
    case ExprKind::call:
      return call(expression, frame);
    case ExprKind::method:
      return method(expression, frame);
    case ExprKind::unary:
      return unary(expression, frame);
    case ExprKind::binary:
      return binary(expression, frame);
    case ExprKind::conditional:
      return conditional(expression, frame);
    case ExprKind::loop:
      return loop(expression, frame);
    case ExprKind::parentheses:
    case ExprKind::non_null:
      return evaluate(*expression.children[0], frame);
    case ExprKind::lambda:
    case ExprKind::condition:
    case ExprKind::spread:
      return deployment_.refuse("this does not stand here", place);
    case ExprKind::error:
      break;
  }
  return deployment_.refuse("this does not parse", place);
}

Value Evaluator::string(const Expr& expression, const Frame& frame) {
  std::vector<Value> inserted;
  for (const StringPart& part : expression.parts) {
    if (part.kind == PartKind::verbatim || part.kind == PartKind::escape) continue;
    const Value value = evaluate(*part.expr, frame);
    const bool text = value.is(ValueType::string) || value.is(ValueType::number) || value.is_unknown() ||
                      value.is(ValueType::reference);
    // What is no text is written as `format` writes it.
    inserted.push_back(text ? value
                            : plain_call("format", std::array{store().string("{0}"), value},
                                         place_of(*part.expr, frame), frame));
  }
  return map_alternatives(store(), inserted, Reach::top, place_of(expression, frame),
                          [&](std::span<const Value> taken) { return joined(expression, taken, frame); });
}

/// The text of a string with these values in it.
Value Evaluator::joined(const Expr& expression, std::span<const Value> all, const Frame& frame) {
  std::span<const Value> inserted = all;
  const Document& document = *frame.own->document;
  TextBuilder builder(store());
  for (const StringPart& part : expression.parts) {
    const Place place = document.place(part.span);
    if (part.kind == PartKind::verbatim) {
      builder.verbatim(document.slice(part.span), place, store().step(How::literal, place));
    } else if (part.kind == PartKind::escape) {
      builder.derived(part.decoded, place, store().step(How::literal, place));
    } else {
      const Value value = inserted.front();
      inserted = inserted.subspan(1);
      if (!builder.append(value, place)) {
        const Reason* reason = store().reason(ReasonKind::evaluation_error, "this is no text", place);
        builder.hole(reason, place, value.provenance());
      }
    }
  }
  // A text that is nothing but one unknown part is that unknown value.
  if (expression.parts.size() == 1 && all.size() == 1 &&
      (all[0].is_unknown() || all[0].is(ValueType::reference)))
    return store().with_step(all[0], How::expression, document.place(expression.span));
  Span inside = expression.span;
  if (!expression.parts.empty())
    inside = {expression.parts.front().span.begin, expression.parts.back().span.end};
  return builder.finish(store().step(How::literal, document.place(inside)));
}

Value Evaluator::array(const Expr& expression, const Frame& frame) {
  std::vector<Value> items;
  const Reason* rest = nullptr;
  for (const Expr* child : expression.children) {
    if (child->kind != ExprKind::spread) {
      items.push_back(evaluate(*child, frame));
      continue;
    }
    const Value spread = evaluate(*child->children[0], frame);
    const Place place = place_of(*child, frame);
    if (spread.is_sequence()) {
      items.insert(items.end(), spread.items().begin(), spread.items().end());
      if (spread.rest() != nullptr) rest = spread.rest();
    } else if (!spread.is(ValueType::null)) {
      rest = why_unknown(store(), spread, place);
      if (rest == nullptr) rest = store().reason(ReasonKind::evaluation_error, "this is no array", place);
    }
  }
  return store().sequence(ValueType::tuple, items, store().step(How::literal, place_of(expression, frame)),
                          rest);
}

const Reason* Evaluator::add_item(const ObjectItem& item, const Frame& frame, std::vector<Entry>& entries) {
  const auto put = [&entries](const Entry& entry) {
    std::erase_if(entries, [&entry](const Entry& one) { return one.key == entry.key; });
    entries.push_back(entry);
  };
  const Place place = place_of(item.key == nullptr ? *item.value : *item.key, frame);
  if (item.key == nullptr) {
    const Value spread = evaluate(*item.value->children[0], frame);
    if (spread.is(ValueType::null)) return nullptr;
    if (spread.is_mapping()) {
      for (const Entry& entry : spread.entries()) put(entry);
      return spread.rest();
    }
    const Reason* reason = why_unknown(store(), spread, place);
    return reason != nullptr ? reason
                             : store().reason(ReasonKind::evaluation_error, "this is no object", place);
  }
  const Value key = string(*item.key, frame);
  if (!key.is(ValueType::string) || key.text().has_holes()) return why_unknown(store(), key, place);
  put({store().keep_name(key.text().chars), evaluate(*item.value, frame), place});
  return nullptr;
}

Value Evaluator::object(const Expr& expression, const Frame& frame) {
  std::vector<Entry> entries;
  const Reason* rest = nullptr;
  for (const ObjectItem& item : expression.items) {
    if (const Reason* open = add_item(item, frame, entries)) rest = open;
  }
  return store().mapping(ValueType::object, entries, store().step(How::literal, place_of(expression, frame)),
                         rest);
}

Value Evaluator::loop(const Expr& expression, const Frame& frame) {
  const Place place = place_of(expression, frame);
  const Value over = evaluate(*expression.children[0], frame);
  const ProvenanceId origin = store().step(How::expression, place);
  if (!over.is_sequence()) {
    const Reason* reason = why_unknown(store(), over, place);
    if (reason == nullptr) return deployment_.refuse("a loop goes over an array", place);
    return store().sequence(ValueType::tuple, {}, origin, reason);
  }
  if (over.items().size() > deployment_.limits.expansion) return deployment_.cut_off(Limit::expansion, place);
  std::vector<Value> items;
  const Reason* rest = over.rest();
  for (std::size_t i = 0; i < over.items().size(); ++i) {
    Frame inner = frame;
    if (!expression.names.empty()) inner.locals.emplace_back(expression.names[0], over.items()[i]);
    if (expression.names.size() > 1)
      inner.locals.emplace_back(expression.names[1], store().integer(static_cast<std::int64_t>(i), origin));
    const Expr* body = expression.children[1];
    if (body->kind == ExprKind::condition) {
      const Value held = evaluate(*body->children[0], inner);
      if (held.is(ValueType::boolean) && !held.boolean()) continue;
      if (!held.is(ValueType::boolean)) rest = why_unknown(store(), held, place);
      body = body->children[1];
    }
    items.push_back(evaluate(*body, inner));
  }
  return store().sequence(ValueType::tuple, items, origin, rest);
}

}  // namespace smtplint::bicep
