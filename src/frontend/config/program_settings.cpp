#include "frontend/config/program_settings.h"

#include <algorithm>
#include <utility>

#include "base/name_patterns.h"

namespace smtplint::config {
namespace {

using program::Expression;
using program::ExpressionKind;

/// A choice with more items is not followed.
constexpr std::size_t most_items = 8;
/// Conditions inside expressions are numbered behind those of statements, by their place.
constexpr std::uint32_t first_inner_condition = 1u << 30u;

std::string joined(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

Node computed(Span span, std::string_view how) {
  Node node{Node::Kind::computed, span, std::string(how), {}, {}};
  return node;
}

/// What the name of an environment variable stands before.
bool is_unset(const Node& node) {
  return node.kind == Node::Kind::null || (node.kind == Node::Kind::text && node.text.empty());
}

bool waits_for_environment(const Node& node) {
  return node.kind == Node::Kind::computed && !node.variables.empty();
}

/// Adds what counts under further conditions, unless they contradict its own: then it never counts.
void add_item(Node item, const std::vector<Condition>& conditions, Node& choice) {
  for (const Condition& condition : conditions) {
    const auto same = std::ranges::find(item.conditions, condition.id, &Condition::id);
    if (same == item.conditions.end()) {
      item.conditions.push_back(condition);
    } else if (same->taken != condition.taken) {
      return;
    }
  }
  choice.items.push_back(std::move(item));
}

/// A value, or all that it may be.
void add_items(const Node& value, const std::vector<Condition>& conditions, Node& choice) {
  if (value.kind != Node::Kind::choice) return add_item(value, conditions, choice);
  for (const Node& item : value.items) add_item(item, conditions, choice);
}

/// What counts where not all of the conditions hold: under each of the ways in which one of them fails first.
void add_otherwise(const Node& before, const std::vector<Condition>& conditions, Node& choice) {
  std::vector<Condition> failing;
  for (const Condition& condition : conditions) {
    failing.push_back({condition.id, !condition.taken});
    add_items(before, failing, choice);
    failing.back().taken = condition.taken;
  }
}

}  // namespace

void ProgramSettings::run(const program::Assignment& assignment) {
  Conditions conditions;
  for (const program::Condition& condition : assignment.conditions)
    conditions.push_back({condition.id, condition.taken});
  if (assignment.target.empty() && assignment.value->kind == ExpressionKind::call) {
    call(*assignment.value, conditions);
  } else {
    set(std::string(assignment.target), assignment.target_span, *assignment.value, conditions);
  }
}

void ProgramSettings::call(const Expression& call, const Conditions& conditions) {
  const std::span<const Expression* const> arguments = call.items;
  if (fits_any(call.text, words_.defines) && arguments.size() >= 2 &&
      arguments[0]->kind == ExpressionKind::text) {
    set(std::string(arguments[0]->text), arguments[0]->span, *arguments[1], conditions);
  } else if (fits_any(call.text, words_.updates)) {
    const std::string object(call.text.substr(0, call.text.rfind('.')));
    set_named(object, call, conditions);
    if (!arguments.empty() && is_map(*arguments[0])) set_named(object, *arguments[0], conditions);
  }
}

void ProgramSettings::set_named(const std::string& path, const Expression& map,
                                const Conditions& conditions) {
  for (const program::Pair& pair : map.pairs)
    set(joined(path, pair.name), pair.name_span, *pair.value, conditions);
}

bool ProgramSettings::is_map(const Expression& expression) const {
  return expression.kind == ExpressionKind::map ||
         (expression.kind == ExpressionKind::call && fits_any(expression.text, words_.maps));
}

void ProgramSettings::set(const std::string& path, Span name_span, const Expression& value,
                          const Conditions& conditions) {
  if (is_map(value)) {
    set_named(path, value, conditions);
  } else if (value.kind == ExpressionKind::list) {
    for (std::size_t i = 0; i < value.items.size(); ++i)
      set(path + "[" + std::to_string(i) + "]", name_span, *value.items[i], conditions);
  } else if (!path.empty()) {
    store(path, name_span, value_of(value), conditions);
  }
}

void ProgramSettings::store(const std::string& path, Span name_span, Node value,
                            const Conditions& conditions) {
  const auto [position, is_new] = positions_.try_emplace(path, document_.members.size());
  if (is_new) document_.members.push_back({path, name_span, {}});
  Member& member = document_.members[position->second];
  if (!conditions.empty()) {
    Node choice{Node::Kind::choice, value.span, {}, {}, {}};
    add_items(value, conditions, choice);
    add_otherwise(member.value, conditions, choice);
    value = choice.items.size() > most_items ? computed(value.span, path) : std::move(choice);
  }
  member.name_span = name_span;
  member.value = std::move(value);
}

/// The depth of expressions is bounded by the parser.
Node ProgramSettings::value_of(const Expression& expression) const {
  switch (expression.kind) {
    case ExpressionKind::null:
      return {Node::Kind::null, expression.span, {}, {}, {}};
    case ExpressionKind::text:
    case ExpressionKind::number:
    case ExpressionKind::boolean:
      return text_node(expression.span.begin, expression.span.end, std::string(expression.text));
    case ExpressionKind::name:
      return value_of_name(expression);
    case ExpressionKind::call:
    case ExpressionKind::index:
      return value_of_call(expression);
    case ExpressionKind::either:
      return first_of(expression);
    case ExpressionKind::choice:
      return choice_of(expression);
    case ExpressionKind::other:
    case ExpressionKind::map:
    case ExpressionKind::list:
      break;
  }
  return computed(expression.span, "");
}

/// What the program has given the name before.
Node ProgramSettings::value_of_name(const Expression& name) const {
  return value_named(std::string(name.text), name.span);
}

Node ProgramSettings::value_named(const std::string& path, Span use) const {
  const auto known = positions_.find(path);
  return known == positions_.end() ? computed(use, path) : document_.members[known->second].value;
}

Node ProgramSettings::value_of_call(const Expression& call) const {
  const std::string function = std::string(call.text) + (call.kind == ExpressionKind::index ? "[]" : "");
  if (fits_any(function, words_.environment)) return from_environment(call);
  if (fits_any(function, words_.hands_on) && !call.items.empty()) return value_of(*call.items[0]);
  return computed(call.span, function);
}

Node ProgramSettings::from_environment(const Expression& call) const {
  if (call.items.empty() || call.items[0]->kind != ExpressionKind::text)
    return computed(call.span, call.text);
  Node value = computed(call.span, call.items[0]->text);
  if (call.items.size() > 1) value = value_of(*call.items[1]);
  for (const program::Pair& pair : call.pairs) {
    if (fits_any(pair.name, words_.otherwise)) value = value_of(*pair.value);
  }
  value.variables.insert(value.variables.begin(), std::string(call.items[0]->text));
  return value;
}

Node ProgramSettings::first_of(const Expression& either) const {
  Node first = value_of(*either.items[0]);
  const bool open = waits_for_environment(first);
  if (!open && !is_unset(first)) return first;
  Node second = value_of(*either.items[1]);
  second.variables.insert(second.variables.begin(), first.variables.begin(), first.variables.end());
  return second;
}

Node ProgramSettings::choice_of(const Expression& choice) const {
  const std::uint32_t id = first_inner_condition + choice.span.begin;
  Node node{Node::Kind::choice, choice.span, {}, {}, {}};
  for (std::size_t i = 0; i < choice.items.size(); ++i) {
    const Node item = value_of(*choice.items[i]);
    if (item.kind == Node::Kind::choice) return computed(choice.span, "");
    add_item(item, {{id, i == 0}}, node);
  }
  return node;
}

}  // namespace smtplint::config
