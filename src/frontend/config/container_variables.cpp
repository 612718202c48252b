#include "frontend/config/container_variables.h"

#include <algorithm>

namespace smtplint::config {
namespace {

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view name_at_the_beginning(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_name_character);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

}  // namespace

std::string_view variable_of(std::string_view text) {
  if (!text.starts_with('$')) return {};
  text.remove_prefix(1);
  const bool braces = text.starts_with('{') && text.find('}') + 1 == text.size();
  if (braces) text = text.substr(1, text.size() - 2);
  const std::string_view name = name_at_the_beginning(text), rest = text.substr(name.size());
  const bool plain = rest.empty() || (braces && (rest.starts_with(":-") || rest.starts_with('-') ||
                                                 rest.starts_with(":?") || rest.starts_with('?')));
  return plain ? name : std::string_view();
}

void fill_in(Settings& environment, const Settings& variables) {
  for (Setting& setting : environment.values) {
    if (!setting.value.is(ValueType::string)) continue;
    const std::string_view name = variable_of(setting.value.text().chars);
    // The last line of a file that sets a variable counts.
    const auto given = std::find_if(variables.values.rbegin(), variables.values.rend(),
                                    [name](const Setting& one) { return one.path == name; });
    if (!name.empty() && given != variables.values.rend()) setting.value = given->value;
  }
}

}  // namespace smtplint::config
