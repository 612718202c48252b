// A plan's values over those of the code: what counts, and where it is said to stand.
#include "engine/languages/plan_values.h"

#include <gtest/gtest.h>

namespace smtplint::engine {
namespace {

class PlanValuesTest : public testing::Test {
 protected:
  [[nodiscard]] Value text(std::string_view chars, std::uint32_t at) {
    return store.string(chars, store.step(How::literal, {SourceId{0}, {at, at + 1}}));
  }
  [[nodiscard]] std::uint32_t place_of(Value value) {
    return store.provenance().step(value.provenance()).place.span.begin;
  }
  [[nodiscard]] Value object(std::vector<Entry> entries) { return store.mapping(ValueType::object, entries); }
  [[nodiscard]] Value list(std::vector<Value> items) { return store.sequence(ValueType::list, items); }

  ValueStore store;
  PlanValues values{store};
};

TEST_F(PlanValuesTest, AgreeingValuesStandWhereTheCodeWritesThem) {
  EXPECT_EQ(place_of(values.joined(text("25", 1), text("25", 2))), 2u);
  EXPECT_EQ(place_of(values.joined(text("westeurope", 1), text("West Europe", 2))), 2u);
  EXPECT_TRUE(values.joined(text("25", 1), store.integer(25)).is(ValueType::number));
  EXPECT_FALSE(values.contradicted());
}

TEST_F(PlanValuesTest, WhatTheCodeDoesNotKnowThePlanTells) {
  const Value open = store.unknown(store.reason(ReasonKind::no_value, "var.port"),
                                   store.step(How::variable, {SourceId{0}, {7, 8}}));
  const Value joined = values.joined(text("25", 1), open);
  EXPECT_EQ(joined.text().chars, "25");
  EXPECT_EQ(place_of(joined), 7u);
  const Value either = store.alternatives({{text("587", 3), {}}, {text("25", 4), {}}}, {});
  EXPECT_EQ(place_of(values.joined(text("25", 1), either)), 4u);
  EXPECT_FALSE(values.contradicted());
}

TEST_F(PlanValuesTest, WhatThePlanDoesNotKnowYetTheCodeTells) {
  const Value open = store.unknown(ReasonKind::runtime_only, "x");
  const Value symbol = store.reference("test_thing.a", "id");
  EXPECT_TRUE(values.joined(open, symbol).is(ValueType::reference));
  EXPECT_TRUE(values.joined(text("/subscriptions/0/x", 1), symbol).is(ValueType::reference));
  EXPECT_TRUE(values.joined(store.null(), symbol).is(ValueType::reference));
  EXPECT_EQ(values.joined(text("10.0.0.4", 1), store.reference("test_thing.a", "address")).text().chars,
            "10.0.0.4");
}

TEST_F(PlanValuesTest, BlocksOfASetArePairedByWhatTheySay) {
  const Value planned = list({object({{"name", text("b", 1), {}}}), object({{"name", text("a", 2), {}}})});
  const Value written = list({object({{"name", text("a", 3), {}}}), object({{"name", text("b", 4), {}}})});
  const Value joined = values.joined(planned, written);
  EXPECT_EQ(place_of(joined.items()[0].find("name")), 4u);
  EXPECT_EQ(place_of(joined.items()[1].find("name")), 3u);
  EXPECT_FALSE(values.contradicted());
}

TEST_F(PlanValuesTest, ALongTextMayStandThereAsItsDigest) {
  const std::string script(100, 'x');
  const Value joined = values.joined(text("da39a3ee5e6b4b0d3255bfef95601890afd80709", 1), text(script, 2));
  EXPECT_EQ(joined.text().chars, script);
  EXPECT_FALSE(values.contradicted());
}

TEST_F(PlanValuesTest, OtherCodeContradicts) {
  const auto contradicts = [this](Value planned, Value written) {
    PlanValues fresh(store);
    (void)fresh.joined(planned, written);
    return fresh.contradicted();
  };
  EXPECT_TRUE(contradicts(text("587", 1), text("25", 2)));
  EXPECT_TRUE(contradicts(store.null(), text("25", 2)));
  EXPECT_TRUE(contradicts(object({}), object({{"PORT", text("25", 2), {}}})));
  EXPECT_TRUE(contradicts(list({}), list({object({{"a", text("x", 2), {}}})})));
  EXPECT_FALSE(contradicts(object({{"PORT", text("25", 1), {}}}), object({})));
  EXPECT_FALSE(contradicts(text("25", 1), {}));
  EXPECT_FALSE(contradicts(object({}), object({{"PORT", store.unknown(ReasonKind::no_value, "x"), {}}})));
}

}  // namespace
}  // namespace smtplint::engine
