#include "frontend/script/power_shell_scope.h"

#include <algorithm>

#include "base/letter_case.h"
#include "value/text.h"
#include "value/under_choices.h"

namespace smtplint::script {
namespace {

using powershell::Parameter;
using powershell::PartKind;
using powershell::TableEntry;
using powershell::Word;

constexpr std::size_t longest_name = 40;

std::string_view chars_of(Value value) {
  return value.is(ValueType::string) ? value.text().chars : std::string_view();
}

/// `$Using:name` and `$script:name` are the variable `name`; `$env:name` is none.
std::string variable_name(std::string_view written) {
  std::string name = lower_case(written);
  for (const std::string_view scope : {"using:", "script:", "global:", "local:", "private:"}) {
    if (name.starts_with(scope)) return name.substr(scope.size());
  }
  return name;
}

/// Arguments by the names of parameters; those without a name in their order.
struct Arguments {
  std::map<std::string, Value> named;
  std::vector<Value> others;
};

/// `-Name value`, `-Name:value`; what stands alone is switched on.
Arguments sorted(std::span<const Value> words, ValueStore& store) {
  Arguments arguments;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view text = chars_of(words[i]);
    if (text.size() < 2 || !text.starts_with('-')) {
      arguments.others.push_back(words[i]);
      continue;
    }
    const std::size_t colon = std::min(text.find(':'), text.size());
    Value value = store.boolean(true, words[i].provenance());
    if (colon + 1 < text.size()) {
      value = text_part(store, words[i], colon + 1, text.size() - colon - 1);
    } else if (i + 1 < words.size() && !chars_of(words[i + 1]).starts_with('-')) {
      value = words[++i];
    }
    arguments.named.insert_or_assign(lower_case(text.substr(1, colon - 1)), value);
  }
  return arguments;
}

Value named_in(Value arguments, std::string_view name) {
  if (arguments.is_mapping()) return arguments.find_ignoring_case(name);
  if (!arguments.is_sequence()) return {};
  for (const Value item : arguments.items()) {
    if (!item.is_mapping()) continue;
    if (equal_ignoring_case(chars_of(item.find_ignoring_case("Name")), name))
      return item.find_ignoring_case("Value");
  }
  return {};
}

}  // namespace

void PowerShellScope::set(std::string_view written, Value value, Span span) {
  const std::string name = variable_name(written);
  if (!reading_.branches.empty()) {
    const auto known = variables_.find(name);
    const Value before = known == variables_.end() ? unknown(written, span) : known->second;
    value = value.is_sequence() ? unknown(written, span)
                                : under_choices(store(), reading_.branches, value, before);
  }
  variables_.insert_or_assign(name, value);
}

void PowerShellScope::set_table(std::string_view name, std::span<const TableEntry> entries) {
  tables_[variable_name(name)] = {entries.begin(), entries.end()};
}

void PowerShellScope::set_entry(const powershell::Statement& assignment) {
  std::vector<TableEntry>& entries = tables_[variable_name(assignment.name)];
  const TableEntry entry{assignment.index, assignment.span, assignment.words[0]};
  const auto same = std::ranges::find_if(
      entries, [&entry](const TableEntry& one) { return equal_ignoring_case(one.key, entry.key); });
  if (same == entries.end()) {
    entries.push_back(entry);
  } else {
    *same = entry;
  }
}

Value PowerShellScope::otherwise(const Parameter& parameter) {
  if (parameter.has_otherwise) return value(parameter.otherwise);
  return store().unknown(ReasonKind::no_value, store().keep("$" + std::string(parameter.name)),
                         place(parameter.span));
}

PowerShellScope::Before PowerShellScope::enter(std::span<const Parameter> parameters,
                                               std::span<const Value> words) {
  const Arguments arguments = sorted(words, store());
  std::size_t position = 0;
  Before before;
  for (const Parameter& parameter : parameters) {
    const std::string name = variable_name(parameter.name);
    const auto held = variables_.find(name);
    before.emplace_back(name, held == variables_.end() ? std::nullopt : std::optional(held->second));
    const auto named = arguments.named.find(name);
    Value given;
    if (named != arguments.named.end()) given = named->second;
    if (given.is_absent() && position < arguments.others.size()) given = arguments.others[position++];
    variables_.insert_or_assign(name, given.is_absent() ? otherwise(parameter) : given);
  }
  return before;
}

void PowerShellScope::enter(std::span<const Parameter> parameters, Value arguments) {
  for (const Parameter& parameter : parameters) {
    const Value given = named_in(arguments, parameter.name);
    variables_.insert_or_assign(variable_name(parameter.name),
                                given.is_absent() ? otherwise(parameter) : given);
  }
}

void PowerShellScope::leave(Before before) {
  for (auto& [name, value] : before) {
    if (value) {
      variables_.insert_or_assign(name, *value);
    } else {
      variables_.erase(name);
    }
  }
}

Value PowerShellScope::value(const Word& word) {
  std::vector<Value> values;
  if (word.is_list) {
    for (const Word& element : word.elements) values.push_back(value(element));
    return store().sequence(ValueType::tuple, values, store().step(How::literal, place(word.span)));
  }
  if (!word.entries.empty()) return table(word);
  for (const powershell::Part& one : word.parts) values.push_back(part(one));
  if (values.size() == 1) return values.front();
  const Place whole = place(word.span);
  return composed(values, whole, store().step(How::literal, whole), reading_);
}

/// Of two entries with one key the last counts.
Value PowerShellScope::table(const Word& word) {
  std::vector<Entry> entries;
  for (const TableEntry& entry : word.entries) {
    std::erase_if(entries, [&entry](const Entry& one) { return equal_ignoring_case(one.key, entry.key); });
    entries.push_back({store().keep_name(entry.key), value(entry.value), place(entry.key_span)});
  }
  return store().mapping(ValueType::object, entries, store().step(How::literal, place(word.span)));
}

Value PowerShellScope::part(const powershell::Part& part) {
  if (part.kind == PartKind::variable) return variable(part);
  if (part.kind == PartKind::computed) return unknown(slice(part.span).substr(0, longest_name), part.span);
  const bool as_written = part.text.data() == slice(part.span).data();
  if (as_written) return text_part(store(), text_, part.span.begin, part.span.length());
  return store().string(part.text, store().step(How::literal, place(part.span)));
}

Value PowerShellScope::variable(const powershell::Part& part) {
  const std::string name = variable_name(part.name);
  const auto known = variables_.find(name);
  if (known != variables_.end()) return where_taken(store(), reading_.branches, known->second);
  if (name == "true" || name == "false") {
    return store().boolean(name == "true", store().step(How::literal, place(part.span)));
  }
  return store().unknown(ReasonKind::no_value, store().keep("$" + std::string(part.name)), place(part.span));
}

std::vector<Value> PowerShellScope::words(const powershell::Statement& command) {
  std::vector<Value> words;
  for (const Word& word : command.words) {
    const bool splatted = word.splatted && !word.parts.empty();
    const auto table = splatted ? tables_.find(variable_name(word.parts[0].name)) : tables_.end();
    if (table == tables_.end()) {
      words.push_back(value(word));
    } else {
      add_entries(table->second, words);
    }
  }
  add_entries(command.entries, words);
  add_defaults(words);
  return words;
}

/// `$PSDefaultParameterValues` has `Command:Parameter`: what counts where the command is not given it.
void PowerShellScope::add_defaults(std::vector<Value>& words) {
  const auto defaults = tables_.find("psdefaultparametervalues");
  if (defaults == tables_.end() || words.empty()) return;
  std::vector<TableEntry> used;
  for (TableEntry entry : defaults->second) {
    const std::size_t colon = entry.key.find(':');
    if (colon == std::string_view::npos) continue;
    if (!equal_ignoring_case(entry.key.substr(0, colon), chars_of(words[0]))) continue;
    entry.key.remove_prefix(colon + 1);
    const bool given = std::ranges::any_of(words, [&entry](Value word) {
      const std::string_view text = chars_of(word);
      return text.starts_with('-') && equal_ignoring_case(text.substr(1), entry.key);
    });
    if (!given) used.push_back(entry);
  }
  add_entries(used, words);
}

void PowerShellScope::add_entries(std::span<const TableEntry> entries, std::vector<Value>& words) {
  for (const TableEntry& entry : entries) {
    words.push_back(store().string(store().keep("-" + std::string(entry.key)),
                                   store().step(How::literal, place(entry.key_span))));
    words.push_back(value(entry.value));
  }
}

Value PowerShellScope::unknown(std::string_view name, Span span) const {
  return store().unknown(ReasonKind::runtime_only, store().keep(name), place(span));
}

}  // namespace smtplint::script
