#include "frontend/script/power_shell_start.h"

#include <string>

#include "base/letter_case.h"
#include "value/encoded_text.h"
#include "value/text.h"

namespace smtplint::script {
namespace {

std::string_view chars_of(Value word) {
  return word.is(ValueType::string) ? word.text().chars : std::string_view();
}

/// `-EncodedCommand` holds UTF-16.
Value decoded_command(Value word, ValueStore& store) {
  const auto bytes = from_base64(chars_of(word));
  if (!bytes) return {};
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes->size(); at += 2) {
    if ((*bytes)[at + 1] != 0) return {};
    text += (*bytes)[at];
  }
  return store.string(text, word.provenance());
}

/// Whether an option is a beginning of the name, as PowerShell takes it.
bool is_short_for(std::string_view option, std::string_view name) {
  return option.size() > 1 && option[0] == '-' && name.starts_with(option);
}

Value with_blanks(const std::vector<Value>& words, std::size_t first, Reading& reading) {
  std::vector<Value> parts;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (i > first) parts.push_back(reading.store().string(" "));
    parts.push_back(words[i]);
  }
  if (parts.size() == 1) return parts.front();
  return composed(parts, place_of(reading, words[first]), words[first].provenance(), reading);
}

void read_file(const std::vector<Value>& words, std::size_t at, Reading& reading) {
  const Value script = power_shell_script(words[at], reading);
  read_inner(script, Kind::power_shell, reading,
             {{}, {words.begin() + static_cast<std::ptrdiff_t>(at), words.end()}});
}

}  // namespace

bool starts_power_shell(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  const std::string program = lower_case(path.substr(slash == std::string_view::npos ? 0 : slash + 1));
  return program == "pwsh" || program == "pwsh.exe" || program == "powershell" || program == "powershell.exe";
}

void read_started_power_shell(const std::vector<Value>& words, Reading& reading) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string option = lower_case(chars_of(words[i]));
    if (option.ends_with(".ps1")) return read_file(words, i, reading);
    if (i + 1 == words.size()) return;
    if (option == "-ec" || (is_short_for(option, "-encodedcommand") && !option.starts_with("-ex"))) {
      return read_inner(decoded_command(words[i + 1], reading.store()), Kind::power_shell, reading);
    }
    if (is_short_for(option, "-command")) {
      return read_inner(with_blanks(words, i + 1, reading), Kind::power_shell, reading);
    }
    if (is_short_for(option, "-file")) return read_file(words, i + 1, reading);
  }
}

Value power_shell_script(Value path, const Reading& reading) {
  if (const Value known = reading.script(path); !known.is_absent()) return known;
  const std::string_view chars = chars_of(path);
  const std::size_t slash = chars.find_last_of("/\\");
  if (slash == std::string_view::npos) return {};
  return reading.script(text_part(reading.store(), path, slash + 1, chars.size() - slash - 1));
}

}  // namespace smtplint::script
