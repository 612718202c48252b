#include "frontend/terraform/functions/format_number.h"

#include <algorithm>

#include "frontend/terraform/functions/unicode.h"
#include "value/arithmetic.h"

namespace smtplint::terraform::functions {
namespace {

int base_of(char verb) {
  switch (verb) {
    case 'b':
      return 2;
    case 'o':
      return 8;
    case 'x':
    case 'X':
      return 16;
    default:
      return 10;
  }
}

std::string prefix_of(const FormatDirective& directive) {
  if (!directive.sharp) return "";
  switch (directive.verb) {
    case 'b':
      return "0b";
    case 'o':
      return "0";
    case 'x':
      return "0x";
    case 'X':
      return "0X";
    default:
      return "";
  }
}

/// `%g` without precision: all digits that the number has, with an exponent from a million on.
std::string shortest(std::string text, char verb) {
  constexpr std::ptrdiff_t from_exponent = 6;
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits = text.substr(0, point) + (point < text.size() ? text.substr(point + 1) : "");
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return "0";
  const std::ptrdiff_t exponent = static_cast<std::ptrdiff_t>(point) - static_cast<std::ptrdiff_t>(first) - 1;
  if (exponent >= -4 && exponent < from_exponent) return text;
  digits = digits.substr(first, digits.find_last_not_of('0') - first + 1);
  if (digits.size() > 1) digits.insert(1, ".");
  const std::string size = std::to_string(std::abs(exponent));
  const char letter = verb == 'G' ? 'E' : 'e';
  return digits + letter + (exponent < 0 ? '-' : '+') + (size.size() < 2 ? "0" : "") + size;
}

std::string unsigned_text(const Number& number, const FormatDirective& directive) {
  constexpr int usual_precision = 6;
  std::string text = to_text(number);
  if (text.starts_with('-')) text.erase(0, 1);
  const bool shortest_form = directive.verb == 'g' || directive.verb == 'G';
  if (shortest_form && !directive.precision) return shortest(text, directive.verb);
  const int precision = directive.precision ? static_cast<int>(*directive.precision) : usual_precision;
  std::string written = formatted_number(number, directive.verb, precision);
  if (written.starts_with('-')) written.erase(0, 1);
  return written;
}

std::string sign_of(bool negative, const FormatDirective& directive) {
  if (negative) return "-";
  return directive.plus ? "+" : (directive.space ? " " : "");
}

std::string fill(std::string head, std::string digits, const FormatDirective& directive) {
  const std::size_t size = head.size() + digits.size();
  const std::size_t width = directive.width.value_or(0);
  const std::size_t missing = width > size ? width - size : 0;
  if (directive.minus) return head + digits + std::string(missing, ' ');
  if (directive.zero) return head + std::string(missing, '0') + digits;
  return std::string(missing, ' ') + head + digits;
}

}  // namespace

std::optional<std::string> format_number(const Number& number, const FormatDirective& directive) {
  const bool negative = sign(number) < 0;
  constexpr std::string_view whole_verbs = "bdoxX";
  if (whole_verbs.find(directive.verb) == std::string_view::npos) {
    return fill(sign_of(negative, directive), unsigned_text(number, directive), directive);
  }
  std::optional<std::string> digits = whole_digits(number, base_of(directive.verb));
  if (!digits) return std::nullopt;
  if (directive.verb == 'X')
    std::ranges::transform(*digits, digits->begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  FormatDirective rest = directive;
  if (directive.precision) {
    const std::size_t wanted = *directive.precision;
    if (wanted > digits->size()) digits->insert(0, wanted - digits->size(), '0');
    rest.zero = false;
  }
  return fill(sign_of(negative, directive) + prefix_of(directive), *digits, rest);
}

std::string padded(std::string text, const FormatDirective& directive) {
  const std::size_t size = unicode::character_count(text);
  const std::size_t width = directive.width.value_or(0);
  if (width <= size) return text;
  if (directive.minus) return text + std::string(width - size, ' ');
  return std::string(width - size, directive.zero ? '0' : ' ') + text;
}

}  // namespace smtplint::terraform::functions
