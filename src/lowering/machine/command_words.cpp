#include "lowering/machine/command_words.h"

#include <algorithm>

#include "base/letter_case.h"
#include "knowledge/framework.h"
#include "lowering/machine/setting_lines.h"
#include "lowering/mail/marks.h"
#include "value/text.h"

namespace smtplint::lowering {
namespace {

/// `$PACKAGES` may be several; `@(a, b)` is a list.
void add_each(Value words, std::vector<Value>& packages, ValueStore& store) {
  if (words.is_sequence()) {
    for (const Value item : words.items()) add_each(item, packages, store);
    return;
  }
  const std::string_view text = chars_of(words);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\n,", at);
    if (begin == std::string_view::npos) return;
    at = std::min(text.find_first_of(" \t\n,", begin), text.size());
    packages.push_back(text_part(store, words, begin, at - begin));
  }
}

/// What stands behind a parameter; absent where it is not given.
Value parameter(const CommandRun& command, std::string_view name) {
  for (std::size_t i = 1; i + 1 < command.words.size(); ++i) {
    const std::string_view word = chars_of(command.words[i]);
    if (word.starts_with('-') && equal_ignoring_case(word.substr(1), name)) return command.words[i + 1];
  }
  return {};
}

void add_named(const knowledge::InstallCommand& install, const CommandRun& command,
               std::vector<Value>& packages, ValueStore& store) {
  for (const auto& [name, value] : install.unless) {
    if (equal_ignoring_case(chars_of(parameter(command, name)), value)) return;
  }
  add_each(parameter(command, install.parameter), packages, store);
}

void add_behind_action(const knowledge::InstallCommand& install, const CommandRun& command,
                       std::vector<Value>& packages, ValueStore& store) {
  bool behind_action = install.actions.empty();
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const std::string_view word = chars_of(command.words[i]);
    if (behind_action && !word.starts_with('-')) {
      add_each(command.words[i], packages, store);
    } else if (contains(install.actions, word)) {
      behind_action = true;
    }
  }
}

/// `"a", "b"` as `a,b`, with its pieces.
Value one_text(Value list, Place step, ValueStore& store) {
  if (!list.is_sequence()) return list;
  TextBuilder text(store);
  for (const Value item : list.items()) {
    const Place place = place_of(store, item, step);
    if (text.size() > 0) text.derived(",", place, item.provenance());
    if (item.is(ValueType::alternatives) || !text.append(item, place))
      text.hole(store.reason(ReasonKind::runtime_only, "", place), place, {});
  }
  return text.finish(list.provenance());
}

}  // namespace

std::string_view chars_of(Value value) {
  return value.is(ValueType::string) ? value.text().chars : std::string_view();
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::any_of(words,
                             [word](const std::string& one) { return equal_ignoring_case(one, word); });
}

Place place_of(const ValueStore& store, Value value, Place step) {
  const model::Mark mark = mark_of_value(store, value, step);
  if (!value.is(ValueType::string)) return mark.place;
  const TextOrigin origin = text_origin(store, value, 0, value.text().chars.size());
  return origin.place.known() ? origin.place : mark.place;
}

std::string command_name(const CommandRun& command) {
  std::string name = command.words.empty() ? std::string() : lower_case(chars_of(command.words.front()));
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string::npos) name.erase(0, slash + 1);
  if (name.ends_with(".exe")) name.resize(name.size() - 4);
  return name;
}

std::vector<Value> installed_packages(const CommandRun& command,
                                      const std::vector<knowledge::InstallCommand>& installs,
                                      ValueStore& store) {
  std::vector<Value> packages;
  const std::string name = command_name(command);
  for (const knowledge::InstallCommand& install : installs) {
    if (!contains(install.names, name)) continue;
    if (install.parameter.empty()) {
      add_behind_action(install, command, packages, store);
    } else {
      add_named(install, command, packages, store);
    }
  }
  return packages;
}

std::vector<Setting> parameters_of(const CommandRun& command, Place step, ValueStore& store) {
  std::vector<Setting> parameters;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const Value word = command.words[i];
    const std::string_view text = chars_of(word);
    if (!text.starts_with('-')) continue;
    const std::size_t begin = std::min(text.find_first_not_of('-'), text.size());
    const std::size_t end = std::min(text.find_first_of(":=", begin), text.size());
    Value value = store.boolean(true, word.provenance());
    if (end < text.size()) {
      value = setting_value(store, word, end + 1, text.size());
    } else if (i + 1 < command.words.size() && !chars_of(command.words[i + 1]).starts_with('-')) {
      value = one_text(command.words[++i], step, store);
    }
    if (value.is_mapping()) {
      for (const Entry& entry : value.entries())
        parameters.push_back({knowledge::comparable_key(entry.key), entry.value, entry.key_place});
      continue;
    }
    parameters.push_back(
        {knowledge::comparable_key(text.substr(begin, end - begin)), value, place_of(store, word, step)});
  }
  return parameters;
}

}  // namespace smtplint::lowering
