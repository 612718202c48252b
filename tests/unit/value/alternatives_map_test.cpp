#include <gtest/gtest.h>

#include "value/alternatives.h"

namespace smtplint {
namespace {

class MapAlternatives : public testing::Test {
 protected:
  /// `condition ? yes : no`
  Value either(std::uint32_t condition, Value yes, Value no) {
    const Choice taken{condition, true}, left{condition, false};
    return join_alternatives(store, {{yes, {&taken, 1}}, {no, {&left, 1}}}, {});
  }
  Value number(std::int64_t value) { return store.integer(value); }
  Value sum(const std::vector<Value>& values, Reach reach = Reach::top) {
    return map_alternatives(store, values, reach, {}, [this](std::span<const Value> taken) {
      ++calls;
      std::int64_t total = 0;
      for (const Value value : taken) total += value.number().integer;
      return number(total);
    });
  }

  ValueStore store;
  int calls = 0;
};

TEST_F(MapAlternatives, CallsOnceWithoutAlternatives) {
  EXPECT_EQ(sum({number(1), number(2)}).number().integer, 3);
  EXPECT_EQ(calls, 1);
}

TEST_F(MapAlternatives, NeverCombinesOppositeBranchesOfOneCondition) {
  const Value left = either(1, number(1), number(2)), right = either(1, number(10), number(20));
  const Value result = sum({left, right});
  ASSERT_TRUE(result.is(ValueType::alternatives));
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(result.alternatives()[0].value.number().integer, 11);
  EXPECT_EQ(result.alternatives()[1].value.number().integer, 22);
}

TEST_F(MapAlternatives, CombinesConditionsThatAreFree) {
  const Value result = sum({either(1, number(1), number(2)), either(2, number(10), number(20))});
  EXPECT_EQ(result.alternatives().size(), 4u);
}

TEST_F(MapAlternatives, GivesUpBeyondTheBound) {
  std::vector<Value> values;
  for (std::uint32_t i = 1; i <= 4; ++i) values.push_back(either(i, number(i), number(10 * i)));
  const Value result = sum(values);
  ASSERT_TRUE(result.is_unknown());
  EXPECT_EQ(result.reason().kind, ReasonKind::limit);
  EXPECT_EQ(calls, 0);
}

TEST_F(MapAlternatives, IsOneValueWhereAllResultsAreTheSame) {
  const Value value = either(1, number(1), number(2));
  const Value result = map_alternatives(store, {&value, 1}, Reach::top, {},
                                        [this](std::span<const Value>) { return number(25); });
  EXPECT_EQ(result.number().integer, 25);
}

TEST_F(MapAlternatives, LooksIntoContainersOnlyWhereItIsTold) {
  const Value list = store.sequence(ValueType::tuple, {either(1, number(1), number(2))});
  const auto first_is_plain = [this](std::span<const Value> taken) {
    return store.boolean(taken[0].items()[0].is(ValueType::number));
  };
  EXPECT_FALSE(map_alternatives(store, {&list, 1}, Reach::top, {}, first_is_plain).boolean());
  EXPECT_TRUE(map_alternatives(store, {&list, 1}, Reach::everywhere, {}, first_is_plain).boolean());
}

TEST_F(MapAlternatives, JoinsObjectsKeyByKey) {
  const Value yes = store.mapping(ValueType::object, {{"port", number(25), {}}, {"tls", number(1), {}}});
  const Value no = store.mapping(ValueType::object, {{"port", number(587), {}}});
  const Value joined = either(1, yes, no);
  ASSERT_TRUE(joined.is(ValueType::object));
  EXPECT_EQ(joined.find("port").alternatives().size(), 2u);
  const Value tls = joined.find("tls");
  ASSERT_TRUE(tls.is(ValueType::alternatives));
  EXPECT_TRUE(tls.alternatives()[1].value.is_absent());
}

TEST_F(MapAlternatives, LeavesOutKeysThatAreAbsentInACombination) {
  const Value yes = store.mapping(ValueType::object, {{"a", number(1), {}}});
  const Value joined = either(1, yes, store.mapping(ValueType::object, {}));
  const Value counted = map_alternatives(store, {&joined, 1}, Reach::everywhere, {}, [this](auto taken) {
    return number(static_cast<std::int64_t>(taken[0].entries().size()));
  });
  EXPECT_EQ(counted.alternatives()[0].value.number().integer, 1);
  EXPECT_EQ(counted.alternatives()[1].value.number().integer, 0);
}

TEST_F(MapAlternatives, OpensAnObjectBesideSomethingUnknown) {
  const Value known = store.mapping(ValueType::object, {{"a", number(1), {}}});
  const Value joined = either(1, known, store.unknown(ReasonKind::no_value, "var.x"));
  ASSERT_TRUE(joined.is(ValueType::object));
  EXPECT_NE(joined.rest(), nullptr);
  EXPECT_TRUE(joined.find("a").is(ValueType::alternatives));
}

TEST(ValueSize, CountsSharedPartsAsOftenAsTheyStandThere) {
  ValueStore store;
  Value value = store.integer(1);
  for (int level = 0; level < 100; ++level) value = store.sequence(ValueType::tuple, {value, value});
  EXPECT_GT(value.size(), std::uint64_t{1} << 60u);
  EXPECT_TRUE(value.wholly_known());
}

TEST(ValueDepth, IsBounded) {
  ValueStore store;
  Value value = store.integer(1);
  for (std::uint32_t level = 0; level <= deepest_value; ++level) {
    value = store.sequence(ValueType::tuple, {value});
  }
  ASSERT_TRUE(value.is_unknown());
  EXPECT_EQ(value.reason().kind, ReasonKind::limit);
}

}  // namespace
}  // namespace smtplint
