#include "value/arithmetic.h"

#include <gtest/gtest.h>

#include <limits>

namespace smtplint {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

TEST(Arithmetic, LeavesIntegersForBigNumbersWhereTheyOverflow) {
  EXPECT_EQ(add({largest, {}}, {1, {}}).text, "9223372036854775808");
  EXPECT_EQ(subtract({smallest, {}}, {1, {}}).text, "-9223372036854775809");
  EXPECT_EQ(multiply({largest, {}}, {largest, {}}).text, "85070591730234615847396907784232501249");
  EXPECT_EQ(divide({smallest, {}}, {-1, {}}).text, "9223372036854775808");
  EXPECT_EQ(negate({smallest, {}}).text, "9223372036854775808");
  EXPECT_EQ(modulo({smallest, {}}, {-1, {}}).text, "0");
}

TEST(Arithmetic, KeepsDecimalsAsTheyAreWritten) {
  EXPECT_EQ(add(number_of("0.1"), number_of("0.2")).text, "0.3");
  EXPECT_EQ(multiply(number_of("1.5"), {2, {}}).text, "3");
  EXPECT_EQ(divide({20, {}}, {8, {}}).text, "2.5");
}

TEST(Arithmetic, HasTheRemainderOfTheLeftSide) {
  EXPECT_EQ(modulo({-10, {}}, {3, {}}).text, "-1");
  EXPECT_EQ(modulo(number_of("5.5"), {-2, {}}).text, "1.5");
  EXPECT_EQ(modulo({5, {}}, {0, {}}).text, "5");
}

TEST(Arithmetic, SaysWhyThereIsNoResult) {
  EXPECT_EQ(divide({1, {}}, {0, {}}).error, ArithmeticError::division_by_zero);
  EXPECT_EQ(logarithm({-1, {}}, {10, {}}).error, ArithmeticError::not_a_number);
  const std::string huge = "1" + std::string(3000, '0');
  EXPECT_EQ(multiply(number_of(huge), number_of(huge)).error, ArithmeticError::too_long);
}

TEST(Arithmetic, ComparesBeyondIntegers) {
  EXPECT_TRUE(compare(number_of("9223372036854775808"), {largest, {}}) > 0);
  EXPECT_TRUE(compare(number_of("-0.5"), {0, {}}) < 0);
  EXPECT_TRUE(compare({25, {}}, {25, {}}) == 0);
}

TEST(Arithmetic, ReadsDigitsOfABaseAndNothingElse) {
  EXPECT_EQ(parse_integer("-ff", 16).text, "-255");
  EXPECT_EQ(parse_integer("aZ", 62).text, "681");
  EXPECT_FALSE(parse_integer("0xff", 16).ok());
  EXPECT_FALSE(parse_integer("12", 2).ok());
  EXPECT_FALSE(parse_integer("", 10).ok());
  EXPECT_FALSE(parse_integer("1 ", 10).ok());
}

TEST(CanonicalNumber, HasNoExponentAndNoNeedlessZeros) {
  EXPECT_EQ(canonical_number("1e5"), "100000");
  EXPECT_EQ(canonical_number("007"), "7");
  EXPECT_EQ(canonical_number("1.500"), "1.5");
  EXPECT_EQ(canonical_number("-0.0"), "0");
  EXPECT_EQ(canonical_number("1E-3"), "0.001");
  EXPECT_EQ(canonical_number(".5"), "0.5");
}

TEST(CanonicalNumber, RefusesWhatIsNoDecimal) {
  for (const char* text : {"", "-", ".", "1e", "1_000", " 1", "0x10", "Inf", "1.2.3", "e5", "--1"}) {
    EXPECT_EQ(canonical_number(text), std::nullopt) << text;
  }
}

TEST(CanonicalNumber, IsRoundedToTheBitsThatTerraformKeeps) {
  const std::string threes = "0." + std::string(300, '3');
  const std::optional<std::string> rounded = canonical_number(threes);
  ASSERT_TRUE(rounded.has_value());
  EXPECT_EQ(*rounded, divide({1, {}}, {3, {}}).text);
}

TEST(CanonicalNumber, BoundsTheDigitsThatAnExponentAsksFor) {
  EXPECT_EQ(canonical_number("1e1000000000"), std::nullopt);
  EXPECT_EQ(canonical_number("1e-1000000000"), std::nullopt);
  EXPECT_EQ(canonical_number("1e99999999999999999999"), std::nullopt);
}

}  // namespace
}  // namespace smtplint
