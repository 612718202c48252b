#include "frontend/script/shell_scope.h"

#include <algorithm>

#include "value/text.h"
#include "value/under_choices.h"

namespace smtplint::script {

void ShellScope::set(std::string_view name, Value value, Span span) {
  if (!reading_.branches.empty()) {
    const auto known = variables_.find(name);
    const Value before = known == variables_.end() ? unknown(name, span) : known->second;
    value = under_choices(store(), reading_.branches, value, before);
  }
  variables_.insert_or_assign(std::string(name), value);
}

ShellScope::Arguments ShellScope::enter(const std::vector<Value>& words) {
  Arguments before = std::move(arguments_);
  arguments_.clear();
  for (std::size_t i = 1; i < words.size(); ++i) arguments_.emplace(std::to_string(i), words[i]);
  return before;
}

void ShellScope::give(std::span<const Value> parameters) {
  for (const Value parameter : parameters) {
    if (!parameter.is_mapping()) continue;
    const Value name = parameter.find_ignoring_case("name"), value = parameter.find_ignoring_case("value");
    if (value.is_absent() || name.is_unknown()) continue;
    const bool named = name.is(ValueType::string) && !name.text().chars.empty();
    const std::string key = named ? std::string(name.text().chars) : std::to_string(arguments_.size() + 1);
    (named ? variables_ : arguments_).insert_or_assign(key, value);
  }
}

void ShellScope::shift(std::size_t count) {
  Arguments left;
  for (std::size_t i = count + 1;; ++i) {
    const auto moved = arguments_.find(std::to_string(i));
    if (moved == arguments_.end()) break;
    left.emplace(std::to_string(i - count), moved->second);
  }
  arguments_ = std::move(left);
}

void ShellScope::lose_arguments(Span span) {
  for (auto& [number, value] : arguments_) value = unknown("$" + number, span);
}

Value ShellScope::unknown(std::string_view name, Span span) const {
  return store().unknown(ReasonKind::runtime_only, store().keep(name), place(span));
}

Value ShellScope::empty(Span span) const {
  return store().string("", store().step(How::literal, place(span)));
}

Value ShellScope::variable(const bash::Part& part) {
  const auto argument = arguments_.find(part.name);
  if (argument != arguments_.end()) return argument->second;
  const auto known = variables_.find(part.name);
  if (known != variables_.end()) return where_taken(store(), reading_.branches, known->second);
  if (!part.otherwise.empty()) return text_of(part.otherwise, part.span);
  return store().unknown(ReasonKind::no_value, store().keep("$" + std::string(part.name)), place(part.span));
}

Value ShellScope::text_of(std::span<const bash::Part> parts, Span span) {
  std::vector<Value> values;
  for (const bash::Part& part : parts) {
    if (part.kind == bash::PartKind::text) {
      const bool as_written = part.text.data() == slice(part.span).data();
      values.push_back(as_written ? text_part(store(), text_, part.span.begin, part.span.length())
                                  : store().string(part.text, store().step(How::literal, place(part.span))));
    } else {
      values.push_back(part.kind == bash::PartKind::variable
                           ? variable(part)
                           : unknown(slice(part.span).substr(0, 40), part.span));
    }
  }
  if (values.empty()) return empty(span);
  if (values.size() == 1) return values.front();
  const Place whole = place(span);
  return composed(values, whole, store().step(How::literal, whole), reading_);
}

Value ShellScope::value(const bash::Word& word) { return text_of(word.parts, word.span); }

/// Without quotes around it, its text may be several words, or none.
bool ShellScope::is_bare_variable(const bash::Word& word) const {
  return word.parts.size() == 1 && word.parts.front().kind == bash::PartKind::variable &&
         slice(word.span).starts_with('$');
}

std::vector<Value> ShellScope::values(std::span<const bash::Word> words) {
  std::vector<Value> result;
  for (const bash::Word& word : words) {
    const bool all = word.parts.size() == 1 && word.parts.front().all;
    const Value one = value(word);
    if (all && one.is_sequence()) {
      result.insert(result.end(), one.items().begin(), one.items().end());
    } else if (is_bare_variable(word)) {
      const std::vector<Value> several = split({one});
      result.insert(result.end(), several.begin(), several.end());
    } else {
      result.push_back(one);
    }
  }
  return result;
}

std::vector<Value> ShellScope::split(const std::vector<Value>& values) const {
  std::vector<Value> items;
  for (const Value value : values) {
    if (!value.is(ValueType::string)) {
      items.push_back(value);
      continue;
    }
    const std::string_view text = value.text().chars;
    for (std::size_t at = text.find_first_not_of(" \t\n"); at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
      items.push_back(text_part(store(), value, at, end - at));
      at = text.find_first_not_of(" \t\n", end);
    }
  }
  return items;
}

Value ShellScope::joined(Value first, Value second) const { return joined_texts(first, second, reading_); }

Value ShellScope::line(Value text) const {
  return joined(text, store().string("\n", store().step(How::literal, place_of(reading_, text))));
}

}  // namespace smtplint::script
