#include "value/truth.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

constexpr Truth all[] = {Truth::no, Truth::yes, Truth::unknown};

TEST(Truth, AgreesWithBooleansWhereBothSidesAreKnown) {
  for (const bool left : {false, true}) {
    for (const bool right : {false, true}) {
      EXPECT_EQ(truth(left) & truth(right), truth(left && right));
      EXPECT_EQ(truth(left) | truth(right), truth(left || right));
    }
    EXPECT_EQ(!truth(left), truth(!left));
  }
}

TEST(Truth, UnknownDecidesNothingByItself) {
  EXPECT_EQ(!Truth::unknown, Truth::unknown);
  EXPECT_EQ(Truth::unknown & Truth::no, Truth::no);
  EXPECT_EQ(Truth::unknown & Truth::yes, Truth::unknown);
  EXPECT_EQ(Truth::unknown | Truth::yes, Truth::yes);
  EXPECT_EQ(Truth::unknown | Truth::no, Truth::unknown);
}

TEST(Truth, CommutesAndObeysDeMorgan) {
  for (const Truth left : all) {
    for (const Truth right : all) {
      EXPECT_EQ(left & right, right & left);
      EXPECT_EQ(left | right, right | left);
      EXPECT_EQ(!(left & right), ((!left) | (!right)));
    }
  }
}

}  // namespace
}  // namespace smtplint
