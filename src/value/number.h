#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smtplint {

/// No number is written with more digits than this before or after its point; Terraform itself keeps 154.
inline constexpr std::size_t longest_number = 4000;

/// A number as the infrastructure languages have them: whole numbers exactly, all others as decimal
/// text with the 512 bits of precision that Terraform keeps. `decimal` is empty for a whole number that
/// fits; else it is canonical (no exponent, no trailing zeros) and must outlive the number.
struct Number {
  std::int64_t integer = 0;
  std::string_view decimal{};

  [[nodiscard]] bool is_integer() const { return decimal.empty(); }
  bool operator==(const Number&) const = default;
};

/// `25`, `-3`, `1e5`, `0.1` as canonical text (`100000`), rounded to 512 bits; nothing where it is no decimal
/// number or longer than `longest_number`.
[[nodiscard]] std::optional<std::string> canonical_number(std::string_view text);
/// The number that a canonical text stands for; a decimal one points into the text.
[[nodiscard]] Number number_of(std::string_view canonical);
/// The text that a template or a conversion to string gives.
[[nodiscard]] std::string to_text(const Number& number);

}  // namespace smtplint
