#include <gtest/gtest.h>

#include "value/equality.h"
#include "value/standing_for.h"
#include "value/store.h"

namespace smtplint {
namespace {

class Alternatives : public testing::Test {
 protected:
  Value either(std::uint32_t condition, Value taken, Value otherwise) {
    const Choice yes{condition, true}, no{condition, false};
    return store_.alternatives({{taken, std::span(&yes, 1)}, {otherwise, std::span(&no, 1)}}, {});
  }
  Value number(std::int64_t value) { return store_.integer(value); }

  ValueStore store_;
};

TEST_F(Alternatives, EqualOnesAreOneValue) {
  EXPECT_EQ(either(1, number(25), number(25)).number().integer, 25);
}

TEST_F(Alternatives, NestedOnesUnderOppositeBranchesNeverMeet) {
  const Value inner = either(1, number(25), number(587));
  const Value outer = either(1, inner, number(465));
  ASSERT_TRUE(outer.is(ValueType::alternatives));
  ASSERT_EQ(outer.alternatives().size(), 2u);
  EXPECT_EQ(outer.alternatives()[0].value.number().integer, 25);
  EXPECT_EQ(outer.alternatives()[1].value.number().integer, 465);
}

TEST_F(Alternatives, TooManyAreUnknown) {
  Value value = number(0);
  for (std::uint32_t i = 1; i <= most_alternatives; ++i) value = either(i, number(i), value);
  ASSERT_TRUE(value.is_unknown());
  EXPECT_EQ(value.reason().kind, ReasonKind::limit);
}

TEST_F(Alternatives, WhatStandsForSomethingIsThatWhereThereAreTooMany) {
  const Reason* unset = store_.reason(ReasonKind::no_value, "param.level");
  Value level = number(0);
  for (std::uint32_t i = 1; i < most_alternatives; ++i) level = either(i, number(i), level);
  level = standing_for(store_, level, unset);
  ASSERT_EQ(level.alternatives().size(), most_alternatives);
  const Value more = either(100, number(25), level);
  ASSERT_TRUE(more.is(ValueType::alternatives));
  ASSERT_EQ(more.alternatives().size(), 2u);
  EXPECT_EQ(more.alternatives()[0].value.number().integer, 25);
  EXPECT_EQ(&more.alternatives()[1].value.reason(), unset);
}

TEST_F(Alternatives, OneSecretMakesThemAllSecret) {
  EXPECT_TRUE(either(1, store_.as_sensitive(number(25)), number(587)).sensitive());
}

TEST_F(Alternatives, EqualityIsThreeValued) {
  const Value unknown = store_.unknown(ReasonKind::no_value, "var.x");
  EXPECT_EQ(same_value(number(25), number(25)), Truth::yes);
  EXPECT_EQ(same_value(number(25), store_.string("25")), Truth::no);
  EXPECT_EQ(same_value(number(25), unknown), Truth::unknown);
  EXPECT_EQ(same_value(unknown, unknown), Truth::unknown);
  const Value subnet = store_.reference("azurerm_subnet.a", "id");
  EXPECT_EQ(same_value(subnet, store_.reference("azurerm_subnet.a", "id")), Truth::yes);
  EXPECT_EQ(same_value(subnet, store_.reference("azurerm_subnet.b", "id")), Truth::unknown);
  const Value some = store_.sequence(ValueType::tuple, {number(1), unknown});
  EXPECT_EQ(same_value(some, store_.sequence(ValueType::tuple, {number(2), number(3)})), Truth::no);
  EXPECT_EQ(same_value(some, store_.sequence(ValueType::tuple, {number(1), number(3)})), Truth::unknown);
}

}  // namespace
}  // namespace smtplint
