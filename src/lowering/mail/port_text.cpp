#include "lowering/mail/port_text.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/letter_case.h"

namespace smtplint::lowering {
namespace {

constexpr unsigned highest_port = 65535;
constexpr std::size_t longest_port = 32;

}  // namespace

std::optional<std::uint16_t> port_in(std::string_view text, const knowledge::SettingForms& forms) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
  if (text.empty() || text.size() > longest_port) return std::nullopt;
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error == std::errc{} && rest.starts_with('.') &&
      rest.find_first_not_of("0", 1) == std::string_view::npos) {
    rest = {};
  }
  if (error == std::errc{} && rest.empty()) {
    if (number == 0 || number > highest_port) return std::nullopt;
    return static_cast<std::uint16_t>(number);
  }
  return forms.service(lower_case(text));
}

}  // namespace smtplint::lowering
