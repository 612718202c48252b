#include "knowledge/port_number.h"

#include <charconv>

namespace smtplint::knowledge {

std::optional<std::uint16_t> port_number(Node scalar, Problems& problems) {
  if (scalar.missing()) return std::nullopt;
  const std::string_view text = scalar.text();
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size() && !scalar.quoted();
  if (whole && number > 0) return number;
  problems.add(scalar.mark(), "a port is a whole number from 1 to 65535");
  return std::nullopt;
}

}  // namespace smtplint::knowledge
