#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

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
  /// A lambda over values.
  class Made final : public Lambda {
   public:
    Made(std::size_t parameters, std::function<Value(std::span<const Value>)> body)
        : parameters_(parameters), body_(std::move(body)) {}
    [[nodiscard]] std::size_t parameters() const override { return parameters_; }
    [[nodiscard]] Value call(std::span<const Value> arguments) const override { return body_(arguments); }

   private:
    std::size_t parameters_;
    std::function<Value(std::span<const Value>)> body_;
  };
  Value list(const std::vector<Value>& items) { return store.sequence(ValueType::tuple, items); }
  std::string text(std::string_view name, const std::vector<std::string_view>& arguments) {
    std::vector<Value> values;
    for (const std::string_view one : arguments) values.push_back(store.string(one));
    const Value value = call(name, values);
    return value.is(ValueType::string) ? std::string(value.text().chars) : "no text";
  }
  Value unset() { return store.unknown(ReasonKind::no_value, "parameters('x')"); }

  ValueStore store;
  Limits limits{.nesting = 100, .evaluation_steps = 1000000, .expansion = 1000, .text_bytes = 100000};
  Budget budget{1000000};
  Scope scope;
  Conditions conditions;
  CallContext context{store, limits, budget, conditions, scope, {}, {}};
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

TEST_F(DeploymentFunctions, WhatAnUnknownObjectMayReplaceIsOneThingWhereverItIsUsed) {
  const Value defaults = store.mapping(ValueType::object, {{"port", store.string("25"), {}}});
  const Value port = call("union", {defaults, unset()}).find("port");
  ASSERT_EQ(port.type(), ValueType::alternatives);
  const Value twice = call("format", {store.string("{0}-{1}"), port, port});
  ASSERT_EQ(twice.type(), ValueType::alternatives);
  EXPECT_EQ(twice.alternatives().size(), 2u);
  EXPECT_EQ(twice.alternatives()[0].value.text().chars, "25-25");
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

TEST_F(DeploymentFunctions, PrefixesOfIpv6AreComputedToo) {
  const Value network = store.string("fdad:3236:5555::/48");
  EXPECT_EQ(call("cidrSubnet", {network, store.integer(52), store.integer(1)}).text().chars,
            "fdad:3236:5555:1000::/52");
  EXPECT_EQ(call("cidrHost", {store.string("fdad:3236:5555:3000::/52"), store.integer(0)}).text().chars,
            "fdad:3236:5555:3000::1");
  EXPECT_TRUE(call("cidrSubnet", {network, store.integer(49), store.integer(2)}).is_unknown());
}

TEST_F(DeploymentFunctions, APrefixIsTakenApart) {
  const Value parts = call("parseCidr", {store.string("10.144.0.7/20")});
  EXPECT_EQ(parts.find("network").text().chars, "10.144.0.0");
  EXPECT_EQ(parts.find("netmask").text().chars, "255.255.240.0");
  EXPECT_EQ(parts.find("broadcast").text().chars, "10.144.15.255");
  EXPECT_EQ(parts.find("firstUsable").text().chars, "10.144.0.1");
  EXPECT_EQ(parts.find("lastUsable").text().chars, "10.144.15.254");
  EXPECT_EQ(parts.find("cidr").number().integer, 20);
  EXPECT_EQ(call("parseCidr", {store.string("no prefix")}).reason().kind, ReasonKind::evaluation_error);
}

TEST_F(DeploymentFunctions, NamesThatAreMadeOfKnownTextsAreKnown) {
  EXPECT_EQ(text("uniqueString", {"smtp", "contoso"}), "7q5kiepgni63y");
  EXPECT_EQ(text("guid", {"smtp"}), "a64afc3b-7f10-582f-9024-25861de00170");
  EXPECT_EQ(call("uniqueString", {store.reference("resourceGroup()", "id")}).type(), ValueType::reference);
}

TEST_F(DeploymentFunctions, TimesAreMoved) {
  const Value time = call("dateTimeFromEpoch", {store.integer(1680224438)});
  EXPECT_EQ(time.text().chars, "2023-03-31T01:00:38Z");
  EXPECT_EQ(call("dateTimeToEpoch", {time}).number().integer, 1680224438);
  EXPECT_EQ(call("dateTimeAdd", {time, store.string("P1DT2H")}).text().chars, "2023-04-01T03:00:38Z");
  EXPECT_EQ(call("dateTimeAdd", {time, store.string("-PT39S")}).text().chars, "2023-03-31T00:59:59Z");
  EXPECT_EQ(call("dateTimeAdd", {time, store.string("P1M")}).text().chars, "2023-04-30T01:00:38Z");
  const Value leap_year = store.string("2024-01-01 00:00:00Z");
  EXPECT_EQ(call("dateTimeAdd", {leap_year, store.string("P1Y")}).text().chars, "2024-12-31T00:00:00Z");
  EXPECT_EQ(call("dateTimeAdd", {time, store.string("P99999999999W")}).reason().kind,
            ReasonKind::unsupported_function);
}

TEST_F(DeploymentFunctions, PartsOfAddressesAreEscapedInPlace) {
  const Value escaped = call("uriComponent", {written("smtp:25", 10)});
  EXPECT_EQ(escaped.text().chars, "smtp%3A25");
  EXPECT_EQ(text_origin(store, escaped, 7, 2).place.span, (Span{15, 17}));
  EXPECT_EQ(text("uriComponentToString", {"smtp%3A25%"}), "smtp:25%");
  EXPECT_EQ(text("uriComponentToString", {"%ff"}), "no text");
}

TEST_F(DeploymentFunctions, DataAddressesHoldTheirText) {
  const std::string address = text("dataUri", {"smtp"});
  EXPECT_EQ(address, "data:text/plain;charset=utf-8;base64,c210cA==");
  EXPECT_EQ(text("dataUriToString", {address}), "smtp");
  EXPECT_EQ(text("dataUriToString", {"data:,a%20b"}), "a b");
}

TEST_F(DeploymentFunctions, AnAddressBesideAnotherOne) {
  EXPECT_EQ(text("uri", {"https://contoso.com", "a/b.json"}), "https://contoso.com/a/b.json");
  EXPECT_EQ(text("uri", {"https://contoso.com/x/main.json", "b.json"}), "https://contoso.com/x/b.json");
  EXPECT_EQ(text("uri", {"https://contoso.com/x/y", "/b.json"}), "https://contoso.com/b.json");
  const Value beside = call("uri", {unset(), store.string("b.json")});
  EXPECT_TRUE(beside.text().chars.ends_with("b.json"));
}

TEST_F(DeploymentFunctions, AnAddressIsTakenApartInPlace) {
  const Value parts = call("parseUri", {written("smtp://mail.contoso.com:25/in?tls=off#x", 100)});
  EXPECT_EQ(parts.find("scheme").text().chars, "smtp");
  EXPECT_EQ(parts.find("host").text().chars, "mail.contoso.com");
  EXPECT_EQ(parts.find("path").text().chars, "/in");
  EXPECT_EQ(parts.find("query").text().chars, "?tls=off");
  const Value port = parts.find("port");
  EXPECT_EQ(port.number().integer, 25);
  const auto chain = store.provenance().chain(port.provenance());
  EXPECT_EQ(chain.front().place.span, (Span{124, 126}));
}

TEST_F(DeploymentFunctions, WhatAzureMayWriteInAnotherWayIsUnknown) {
  const Value plain = call("parseUri", {store.string("https://contoso.com:443/a/../b")});
  EXPECT_EQ(plain.find("host").text().chars, "contoso.com");
  for (const std::string_view open : {"port", "path", "query"}) EXPECT_TRUE(plain.find(open).is_absent());
  EXPECT_EQ(plain.rest()->kind, ReasonKind::unsupported_function);
  for (const std::string_view text :
       {"contoso.com", "smtp://me@contoso.com", "smtp://Contoso.com", "smtp://a:99999", "smtp://:25"}) {
    EXPECT_TRUE(call("parseUri", {store.string(text)}).is_unknown()) << text;
  }
}

TEST_F(DeploymentFunctions, AnAddressIsPutTogether) {
  const auto built = [this](const std::vector<Entry>& entries) {
    return call("buildUri", {store.mapping(ValueType::object, entries)});
  };
  const Entry scheme{"scheme", store.string("smtp"), {}}, host{"host", store.string("contoso.com"), {}};
  const Entry port{"port", store.integer(25), {}};
  EXPECT_EQ(built({scheme, host, port}).text().chars, "smtp://contoso.com:25/");
  const Entry path{"path", store.string("/In"), {}}, query{"query", store.string("?a=b"), {}};
  EXPECT_EQ(built({scheme, host, path, query}).text().chars, "smtp://contoso.com/In?a=b");
  const Value open = built({scheme, {"host", unset(), {}}, port});
  EXPECT_TRUE(open.text().has_holes());
  EXPECT_TRUE(open.text().chars.ends_with(":25/"));
  EXPECT_TRUE(built({scheme, host, {"port", unset(), {}}}).is_unknown());
  EXPECT_TRUE(built({scheme, host, {"query", store.string("a=b"), {}}}).is_unknown());
  EXPECT_TRUE(built({host, port}).is_unknown());
}

TEST_F(DeploymentFunctions, PatternsCompareWithoutCase) {
  EXPECT_TRUE(call("like", {store.string("smtp.Contoso.com"), store.string("SMTP.*.com")}).boolean());
  EXPECT_FALSE(call("like", {store.string("smtp.contoso.com"), store.string("smtp.*.org")}).boolean());
  EXPECT_TRUE(call("like", {store.string("aab"), store.string("*ab*")}).boolean());
}

TEST_F(DeploymentFunctions, ListsAreSearchedWithCaseAndTextsWithout) {
  const Value names = list({store.string("a"), store.string("B"), store.string("a")});
  EXPECT_EQ(call("indexOf", {names, store.string("b")}).number().integer, -1);
  EXPECT_EQ(call("lastIndexOf", {names, store.string("a")}).number().integer, 2);
  EXPECT_EQ(call("indexOf", {store.string("aBa"), store.string("b")}).number().integer, 1);
  EXPECT_TRUE(call("indexOf", {list({unset(), store.string("a")}), store.string("a")}).is_unknown());
}

TEST_F(DeploymentFunctions, EqualElementsStandOnceAndInTheirOrder) {
  const Value distinct = call("distinct", {list({store.integer(2), store.integer(1), store.integer(2)})});
  ASSERT_EQ(distinct.items().size(), 2u);
  EXPECT_EQ(distinct.items()[0].number().integer, 2);
}

TEST_F(DeploymentFunctions, ElementsAreCountedFromTheEnd) {
  const Value ports = list({store.integer(25), store.integer(587)});
  EXPECT_EQ(call("indexFromEnd", {ports, store.integer(1)}).number().integer, 587);
  EXPECT_TRUE(call("indexFromEnd", {ports, store.integer(3)}).is_unknown());
  EXPECT_TRUE(call("tryIndexFromEnd", {ports, store.integer(3)}).is(ValueType::null));
}

TEST_F(DeploymentFunctions, LambdasSortAndNameElements) {
  const Made less(2, [this](std::span<const Value> both) { return call("less", {both[0], both[1]}); });
  const std::vector<Argument> sorting{
      {list({store.integer(587), store.integer(25), store.integer(465)}), nullptr}, {{}, &less}};
  const Value sorted = call_function("sort", sorting, context);
  EXPECT_EQ(sorted.items()[0].number().integer, 25);
  EXPECT_EQ(sorted.items()[2].number().integer, 587);

  const Made parity(1, [this](std::span<const Value> one) {
    return call("string", {call("mod", {one[0], store.integer(2)})});
  });
  const Made twice(1, [this](std::span<const Value> one) { return call("mul", {one[0], store.integer(2)}); });
  const Value numbers = list({store.integer(1), store.integer(2), store.integer(3)});
  const std::vector<Argument> grouping{{numbers, nullptr}, {{}, &parity}, {{}, &twice}};
  const Value groups = call_function("groupBy", grouping, context);
  ASSERT_EQ(groups.find("1").items().size(), 2u);
  EXPECT_EQ(groups.find("1").items()[1].number().integer, 6);
  const std::vector<Argument> naming{{numbers, nullptr}, {{}, &parity}};
  EXPECT_EQ(call_function("toObject", naming, context).find("1").number().integer, 3);
}

TEST_F(DeploymentFunctions, AnOrderThatIsNotDecidedIsUnknown) {
  const Made never(2, [this](std::span<const Value>) { return unset(); });
  const std::vector<Argument> sorting{{list({store.integer(2), store.integer(1)}), nullptr}, {{}, &never}};
  const Value sorted = call_function("sort", sorting, context);
  EXPECT_TRUE(sorted.items().empty());
  EXPECT_EQ(sorted.rest()->kind, ReasonKind::no_value);
}

TEST_F(DeploymentFunctions, WhatIsNoTextIsShownInOne) {
  const Value object =
      store.mapping(ValueType::object, {{"a", list({store.boolean(true), store.string("it's")}), {}}});
  EXPECT_EQ(call("format", {store.string("{0} {1}"), store.boolean(true), object}).text().chars,
            "True {'a':[true,'it\\'s']}");
  EXPECT_EQ(call("string", {object}).text().chars, R"({"a":[true,"it's"]})");
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
