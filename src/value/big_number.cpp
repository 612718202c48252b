#include "value/big_number.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace smtplint {
namespace {

constexpr mpfr_prec_t precision_bits = 512;
/// So many digits tell every number of 512 bits from its neighbours.
constexpr std::size_t enough_digits = 156;

struct FreeDigits {
  void operator()(char* digits) const { mpfr_free_str(digits); }
};
using Digits = std::unique_ptr<char, FreeDigits>;

struct Decimal {
  std::string digits;  ///< significant ones, without sign
  mpfr_exp_t point = 0;
  bool negative = false;
};

Decimal decimal_of(mpfr_srcptr value, std::size_t digit_count) {
  Decimal decimal;
  const Digits digits(mpfr_get_str(nullptr, &decimal.point, 10, digit_count, value, MPFR_RNDN));
  decimal.digits = digits.get();
  decimal.negative = decimal.digits.starts_with('-');
  if (decimal.negative) decimal.digits.erase(0, 1);
  return decimal;
}

bool stands_for(const Decimal& decimal, mpfr_srcptr value) {
  mpfr_t back;
  mpfr_init2(back, precision_bits);
  const std::string text =
      (decimal.negative ? "-0." : "0.") + decimal.digits + "e" + std::to_string(decimal.point);
  mpfr_set_str(back, text.c_str(), 10, MPFR_RNDN);
  const bool same = mpfr_equal_p(back, value) != 0;
  mpfr_clear(back);
  return same;
}

/// A longer rounding is never farther off, so the shortest one that is near enough is found by halving.
Decimal shortest(mpfr_srcptr value) {
  std::size_t low = 1, high = enough_digits;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (stands_for(decimal_of(value, middle), value)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return decimal_of(value, low);
}

}  // namespace

BigNumber::BigNumber() { mpfr_init2(value_, precision_bits); }

BigNumber::BigNumber(const Number& number) : BigNumber() {
  if (number.is_integer()) {
    mpfr_set_si(value_, number.integer, MPFR_RNDN);
  } else {
    mpfr_set_str(value_, std::string(number.decimal).c_str(), 10, MPFR_RNDN);
  }
}

std::optional<std::string> BigNumber::canonical(std::string_view digits, int base) {
  BigNumber number;
  const std::string copy(digits);
  if (mpfr_set_str(number.value_, copy.c_str(), base, MPFR_RNDN) != 0) return std::nullopt;
  return number.text();
}

std::optional<std::string> BigNumber::text() const {
  if (mpfr_number_p(value_) == 0) return std::nullopt;
  if (is_zero()) return "0";
  constexpr auto most_bits = static_cast<mpfr_exp_t>(longest_number * 3);
  const mpfr_exp_t exponent = mpfr_get_exp(value_);
  if (exponent > most_bits || exponent < -most_bits) return std::nullopt;
  Decimal decimal = shortest(value_);
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
  const auto size = static_cast<mpfr_exp_t>(decimal.digits.size());
  if (decimal.point <= 0) {
    decimal.digits.insert(0, "0." + std::string(static_cast<std::size_t>(-decimal.point), '0'));
  } else if (decimal.point >= size) {
    decimal.digits.append(static_cast<std::size_t>(decimal.point - size), '0');
  } else {
    decimal.digits.insert(static_cast<std::size_t>(decimal.point), ".");
  }
  return (decimal.negative ? "-" : "") + decimal.digits;
}

std::string BigNumber::formatted(char verb, int precision) const {
  const std::string layout = std::string("%.*R") + verb;
  char* written = nullptr;
  const int length = mpfr_asprintf(&written, layout.c_str(), precision, value_);
  const Digits kept(written);
  return length < 0 ? std::string() : std::string(kept.get(), static_cast<std::size_t>(length));
}

std::string BigNumber::whole_digits(int base) const {
  mpz_t whole;
  mpz_init(whole);
  mpfr_get_z(whole, value_, MPFR_RNDZ);
  std::string digits(mpz_sizeinbase(whole, base) + 2, '\0');
  mpz_get_str(digits.data(), base, whole);
  mpz_clear(whole);
  digits.resize(digits.find('\0'));
  return digits;
}

}  // namespace smtplint
