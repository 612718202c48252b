#include <gtest/gtest.h>

#include <algorithm>

#include "base/letter_case.h"
#include "frontend/deployment/functions.h"
#include "frontend/deployment/json_values.h"
#include "frontend/deployment/names.h"
#include "value/text.h"

namespace smtplint::deployment {
namespace {

class DeploymentFunctions : public testing::Test {
 protected:
  Value call(std::string_view name, const std::vector<Value>& values) {
    std::vector<Argument> arguments;
    for (const Value value : values) arguments.push_back({value, nullptr});
    return call_function(name, arguments, context);
  }
  Value written(std::string_view chars, std::uint32_t begin) {
    const Place place{SourceId{0}, {begin, begin + static_cast<std::uint32_t>(chars.size())}};
    TextBuilder builder(store);
    builder.verbatim(chars, place, store.step(How::literal, place));
    return builder.finish(store.step(How::literal, place));
  }
  Value unset() { return store.unknown(ReasonKind::no_value, "parameters('x')"); }

  ValueStore store;
  Limits limits{.nesting = 100, .evaluation_steps = 1000000, .expansion = 1000, .text_bytes = 100000};
  Budget budget{1000000};
  Scope scope;
  CallContext context{store, limits, budget, scope, {}, {}};
};

TEST_F(DeploymentFunctions, NamesAreSortedSoThatCallsFindThem) {
  const auto all = function_support();
  EXPECT_GT(all.size(), 100u);
  EXPECT_TRUE(
      std::ranges::is_sorted(all, {}, [](const FunctionSupport& one) { return lower_case(one.name); }));
  for (const FunctionSupport& one : all) EXPECT_TRUE(is_function(one.name)) << one.name;
}

TEST_F(DeploymentFunctions, TextThatIsMovedKeepsItsPlace) {
  const Value joined = call("concat", {written("smtp.x.com", 10), store.string(":"), written("25", 50)});
  EXPECT_EQ(joined.text().chars, "smtp.x.com:25");
  EXPECT_EQ(text_origin(store, joined, 11, 2).place.span, (Span{50, 52}));
  const Value formatted = call("FORMAT", {written("{0}:{1:D4}", 0), written("host", 20), store.integer(25)});
  EXPECT_EQ(formatted.text().chars, "host:0025");
}

TEST_F(DeploymentFunctions, AHoleLeavesTheRestOfATextKnown) {
  const Value text = call("concat", {unset(), store.string(":25")});
  EXPECT_TRUE(text.text().chars.ends_with(":25"));
  EXPECT_TRUE(call("endsWith", {text, store.string(":25")}).boolean());
  const Value begins = call("startsWith", {text, store.string("a")});
  EXPECT_EQ(begins.reason().kind, ReasonKind::no_value);
}

TEST_F(DeploymentFunctions, WhatCannotBeDecidedIsUnknownAndNeverFalse) {
  EXPECT_TRUE(call("equals", {unset(), store.integer(25)}).is_unknown());
  EXPECT_TRUE(call("not", {unset()}).is_unknown());
  EXPECT_FALSE(call("and", {unset(), store.boolean(false)}).boolean());
  EXPECT_TRUE(call("or", {unset(), store.boolean(true)}).boolean());
  EXPECT_TRUE(call("empty", {unset()}).is_unknown());
}

TEST_F(DeploymentFunctions, EqualSymbolicCallsAreEqual) {
  const Value group = store.reference("resourceGroup()", "id");
  const Value one = call("uniqueString", {group}), other = call("uniqueString", {group});
  EXPECT_TRUE(call("equals", {one, other}).boolean());
  EXPECT_TRUE(call("equals", {one, call("uniqueString", {store.string("a")})}).is(ValueType::reference));
  EXPECT_EQ(call("take", {one, store.integer(5)}).type(), ValueType::reference);
}

TEST_F(DeploymentFunctions, UnionIsDeepAndTheRightOneWins) {
  const auto object = [this](std::string_view key, Value value) {
    return store.mapping(ValueType::object, {{store.keep(key), value, {}}});
  };
  const Value left = object("a", object("x", store.integer(1)));
  const Value right = object("A", object("y", store.integer(2)));
  const Value both = call("union", {left, right}).find_ignoring_case("a");
  EXPECT_EQ(both.find("x").number().integer, 1);
  EXPECT_EQ(both.find("y").number().integer, 2);
  EXPECT_NE(call("union", {left, unset()}).rest(), nullptr);
}

TEST_F(DeploymentFunctions, NumbersAreWhole) {
  EXPECT_EQ(call("div", {store.integer(-7), store.integer(2)}).number().integer, -3);
  EXPECT_EQ(call("div", {store.integer(7), store.integer(0)}).reason().kind, ReasonKind::evaluation_error);
  EXPECT_EQ(call("int", {written("25", 5)}).number().integer, 25);
}

TEST_F(DeploymentFunctions, JsonIsReadOverItsText) {
  const Value object = call("json", {written(R"({"port": 25, "host": "a\u0062"})", 100)});
  EXPECT_EQ(object.find("host").text().chars, "ab");
  EXPECT_EQ(store.provenance().chain(object.find("port").provenance()).front().place.span, (Span{109, 111}));
}

TEST_F(DeploymentFunctions, ResourceIdIsTheDeclaredResourceOrItsId) {
  context.declared = [this](std::string_view type, std::span<const Value> names) {
    const bool known = type == "Microsoft.Web/sites" && names[0].text().chars == "shop";
    return known ? store.reference("Microsoft.Web/sites/shop", "") : Value();
  };
  const Value own = call("resourceId", {store.string("Microsoft.Web/sites"), store.string("shop")});
  EXPECT_EQ(own.reference().address, "Microsoft.Web/sites/shop");
  EXPECT_EQ(own.reference().path, "id");
  const Value other = call("resourceId", {store.string("sub"), store.string("rg"),
                                          store.string("Microsoft.Network/virtualNetworks/subnets"),
                                          store.string("hub"), store.string("mail")});
  EXPECT_EQ(
      other.text().chars,
      "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub/subnets/mail");
}

TEST_F(DeploymentFunctions, PrefixesAreComputed) {
  const Value network = store.string("10.1.0.0/16");
  EXPECT_EQ(call("cidrSubnet", {network, store.integer(24), store.integer(3)}).text().chars, "10.1.3.0/24");
  EXPECT_EQ(call("cidrHost", {network, store.integer(3)}).text().chars, "10.1.0.4");
}

TEST_F(DeploymentFunctions, RunTimeIsUnknownWithThatReason) {
  EXPECT_EQ(call("listKeys", {store.string("x")}).reason().kind, ReasonKind::runtime_only);
  EXPECT_EQ(call("utcNow", {}).reason().kind, ReasonKind::runtime_only);
  EXPECT_EQ(call("noSuchFunction", {}).reason().kind, ReasonKind::evaluation_error);
}

TEST(DeploymentNames, TypesAndNamesTakeTurns) {
  const std::vector<std::string> names{"shop", "staging"};
  EXPECT_EQ(address_of("Microsoft.Web/sites/slots", names), "Microsoft.Web/sites/shop/slots/staging");
}

}  // namespace
}  // namespace smtplint::deployment
