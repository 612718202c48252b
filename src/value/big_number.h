#pragma once

#include <mpfr.h>

#include <optional>
#include <string>
#include <string_view>

#include "value/number.h"

namespace smtplint {

/// A floating-point number of the 512 bits that Terraform computes with. The only user of MPFR.
class BigNumber {
 public:
  explicit BigNumber(const Number& number);
  BigNumber(const BigNumber&) = delete;
  BigNumber& operator=(const BigNumber&) = delete;
  ~BigNumber() { mpfr_clear(value_); }

  /// Of digits in a base from 2 to 62; nothing where the text is none.
  [[nodiscard]] static std::optional<std::string> canonical(std::string_view digits, int base);

  void add(const BigNumber& other) { mpfr_add(value_, value_, other.value_, MPFR_RNDN); }
  void subtract(const BigNumber& other) { mpfr_sub(value_, value_, other.value_, MPFR_RNDN); }
  void multiply(const BigNumber& other) { mpfr_mul(value_, value_, other.value_, MPFR_RNDN); }
  void divide(const BigNumber& other) { mpfr_div(value_, value_, other.value_, MPFR_RNDN); }
  void negate() { mpfr_neg(value_, value_, MPFR_RNDN); }
  void truncate() { mpfr_trunc(value_, value_); }
  void round_down() { mpfr_floor(value_, value_); }
  void round_up() { mpfr_ceil(value_, value_); }
  void assign(const BigNumber& other) { mpfr_set(value_, other.value_, MPFR_RNDN); }

  [[nodiscard]] int compare(const BigNumber& other) const { return mpfr_cmp(value_, other.value_); }
  [[nodiscard]] bool is_zero() const { return mpfr_zero_p(value_) != 0; }
  [[nodiscard]] bool is_whole() const { return mpfr_integer_p(value_) != 0; }
  [[nodiscard]] double nearest_double() const { return mpfr_get_d(value_, MPFR_RNDN); }

  /// The shortest decimal text that stands for this number, without exponent; nothing for infinite numbers
  /// and for such that need more than `longest_number` digits.
  [[nodiscard]] std::optional<std::string> text() const;
  /// As C's `printf` writes it for `e`, `E`, `f`, `F`, `g` and `G`.
  [[nodiscard]] std::string formatted(char verb, int precision) const;
  /// Digits of the whole part in a base from 2 to 36.
  [[nodiscard]] std::string whole_digits(int base) const;

 private:
  BigNumber();

  mpfr_t value_;
};

}  // namespace smtplint
