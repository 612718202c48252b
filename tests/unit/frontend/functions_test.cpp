#include "frontend/terraform/evaluation/functions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "value/alternatives.h"
#include "value/text.h"

namespace smtplint::terraform {
namespace {

using testing::ElementsAre;

constexpr Limits limits{.nesting = 100, .expansion = 100, .text_bytes = 10'000};

/// Calls functions over values that are written at made-up places of one source.
class Functions : public testing::Test {
 protected:
  Functions() {
    context.read_bytes = [this](std::string_view) { return Result<std::string>(file); };
    context.read_file = [](std::string_view) { return Result<SourceId>(SourceId{7}); };
    context.source_text = [this](SourceId) { return std::string_view(file); };
  }

  Place next(std::size_t length) {
    const auto begin = static_cast<std::uint32_t>(written);
    written += length + 1;
    return {SourceId{0}, {begin, begin + static_cast<std::uint32_t>(length)}};
  }
  Value text(std::string_view chars) {
    const Place place = next(chars.size());
    const ProvenanceId origin = store.step(How::literal, place);
    TextBuilder builder(store);
    builder.verbatim(chars, place, origin);
    return builder.finish(origin);
  }
  Value number(std::int64_t value) { return store.integer(value, store.step(How::literal, next(2))); }
  Value unknown(std::string_view name = "var.x") { return store.unknown(ReasonKind::no_value, name); }
  /// `before${var.x}after`
  Value holed(std::string_view before, std::string_view after) {
    TextBuilder builder(store);
    EXPECT_TRUE(builder.append(text(before), {}));
    EXPECT_TRUE(builder.append(unknown(), {}));
    EXPECT_TRUE(builder.append(text(after), {}));
    return builder.finish(no_provenance);
  }
  Value tuple(const std::vector<Value>& items) { return store.sequence(ValueType::tuple, items); }
  Value object(const std::vector<Entry>& entries) { return store.mapping(ValueType::object, entries); }
  Value open_object(const std::vector<Entry>& entries) {
    return store.mapping(ValueType::object, entries, no_provenance,
                         store.reason(ReasonKind::no_value, "var.m"));
  }
  Value call(std::string_view name, const std::vector<Value>& arguments) {
    return call_function(name, arguments, context);
  }
  /// What stands at the exact place of the first such letters in a text.
  Place place_in(Value string, std::string_view letters) {
    const std::size_t at = string.text().chars.find(letters);
    const TextOrigin origin = text_origin(store, string, at, letters.size());
    EXPECT_TRUE(origin.exact) << string.text().chars;
    return origin.place;
  }
  static std::string shown(Value string) {
    std::string chars(string.text().chars);
    for (std::size_t at = chars.find(hole_text); at != std::string::npos; at = chars.find(hole_text)) {
      chars.replace(at, hole_text.size(), "?");
    }
    return chars;
  }

  ValueStore store;
  Budget budget{100'000};
  Conditions conditions;
  std::string file = "host: a\nport: 25\n";
  std::size_t written = 0;
  CallContext context{store, limits, budget, conditions, {SourceId{1}, {0, 9}}, {}, {}, {}, {}, {}, {}};
};

Place place_of(const ValueStore& store, Value value) {
  return store.provenance().chain(value.provenance()).front().place;
}

TEST_F(Functions, KeepThePlacesOfTheTextThatTheyMove) {
  const Value host = text("smtp.example.com"), port = text("25");
  const Place written_port = store.provenance().step(port.provenance()).place;
  const Value joined = call("join", {text(":"), tuple({host, port})});
  EXPECT_EQ(joined.text().chars, "smtp.example.com:25");
  EXPECT_EQ(place_in(joined, "25"), written_port);
  EXPECT_EQ(place_in(call("format", {text("%s/x"), joined}), "25"), written_port);
  EXPECT_EQ(place_in(call("replace", {joined, text("smtp"), text("mail")}), "25"), written_port);
  EXPECT_EQ(place_in(call("upper", {joined}), "25"), written_port);
  EXPECT_EQ(place_in(call("jsonencode", {object({{"a", joined, {}}})}), "25"), written_port);
  EXPECT_EQ(place_in(call("trimprefix", {joined, text("smtp.")}), "25"), written_port);
  EXPECT_EQ(place_in(call("substr", {joined, number(17), number(2)}), "25"), written_port);
  EXPECT_EQ(place_in(call("yamlencode", {tuple({joined})}), "25"), written_port);
  EXPECT_EQ(place_in(call("base64decode", {call("base64encode", {joined})}), "25"), written_port);
}

TEST_F(Functions, NarrowANumberReadFromTextToItsExactPlace) {
  const Value parts = call("split", {text(":"), text("smtp.example.com:25")});
  const Value port = call("tonumber", {parts.items()[1]});
  ASSERT_TRUE(port.is(ValueType::number));
  EXPECT_EQ(place_of(store, port), place_in(parts.items()[1], "25"));
  EXPECT_EQ(place_of(store, port).span.length(), 2u);
}

TEST_F(Functions, HandOnWhatTheyAreGivenWithItsChain) {
  const Value port = number(25);
  const Place place = store.provenance().step(port.provenance()).place;
  const Value map = object({{"port", port, {}}});
  EXPECT_EQ(place_of(store, call("lookup", {map, text("port"), number(587)})), place);
  EXPECT_EQ(place_of(store, call("coalesce", {store.null(), port})), place);
  EXPECT_EQ(place_of(store, call("element", {tuple({port}), number(0)})), place);
  EXPECT_EQ(place_of(store, call("one", {tuple({port})})), place);
  EXPECT_EQ(place_of(store, call("merge", {map, object({})}).find("port")), place);
  EXPECT_EQ(place_of(store, call("max", {number(1), port})), place);
}

TEST_F(Functions, DecodeDocumentsOverTheirText) {
  const Value json = text(R"({"port": 25, "host": "a\tb", "tls": true})");
  const std::uint32_t begin = place_in(json, "{").span.begin;
  const Value decoded = call("jsondecode", {json});
  EXPECT_EQ(place_of(store, decoded.find("port")).span, (Span{begin + 9, begin + 11}));
  EXPECT_EQ(decoded.find("host").text().chars, "a\tb");
  EXPECT_TRUE(decoded.find("tls").boolean());
  const Value yaml = call("yamldecode", {call("file", {text("mail.yaml")})});
  EXPECT_EQ(place_of(store, yaml.find("port")), (Place{SourceId{7}, {14, 16}}));
  const Value csv = call("csvdecode", {text("host,port\na,25\n")});
  EXPECT_EQ(place_of(store, csv.items()[0].find("port")).span.length(), 2u);
}

TEST_F(Functions, DecodeWhatIsKnownOfATextWithHoles) {
  const Value json = call("jsondecode", {holed(R"({"port":25,"host":")", "\"}")});
  EXPECT_EQ(json.find("port").number().integer, 25);
  EXPECT_TRUE(json.find("host").is(ValueType::string));
  EXPECT_FALSE(json.find("host").wholly_known());
  const Value bare = call("jsondecode", {holed(R"({"port":25,"host":)", "}")});
  EXPECT_EQ(bare.find("port").number().integer, 25);
  EXPECT_TRUE(bare.find("host").is_unknown());
  const Value yaml = call("yamldecode", {holed("port: 25\nhost: ", "\n")});
  EXPECT_EQ(yaml.find("port").number().integer, 25);
  EXPECT_TRUE(yaml.find("host").is_unknown());
}

TEST_F(Functions, KnowWhatAHoleCannotChange) {
  EXPECT_EQ(call("length", {tuple({unknown(), unknown()})}).number().integer, 2);
  EXPECT_TRUE(call("contains", {tuple({unknown(), text("x")}), text("x")}).boolean());
  EXPECT_TRUE(call("startswith", {holed("smtp.", ""), text("smtp")}).boolean());
  EXPECT_FALSE(call("endswith", {holed("", ".com"), text(".net")}).boolean());
  EXPECT_TRUE(call("strcontains", {holed("a", ":25"), text(":25")}).boolean());
  EXPECT_FALSE(call("alltrue", {tuple({unknown(), store.boolean(false)})}).boolean());
  EXPECT_EQ(call("coalesce", {holed("x", ""), text("y")}).text().chars, holed("x", "").text().chars);
}

TEST_F(Functions, DoNotKnowWhatAHoleCouldChange) {
  EXPECT_TRUE(call("length", {holed("a", "")}).is_unknown());
  EXPECT_TRUE(call("contains", {tuple({unknown(), text("y")}), text("x")}).is_unknown());
  EXPECT_TRUE(call("startswith", {holed("s", ""), text("smtp")}).is_unknown());
  EXPECT_TRUE(call("coalesce", {holed("", ""), text("y")}).is_unknown());
  EXPECT_TRUE(call("sha256", {holed("a", "b")}).is_unknown());
  EXPECT_TRUE(call("regex", {text("a"), holed("a", "b")}).is_unknown());
  EXPECT_TRUE(call("replace", {holed("sm", "x"), text("smtp"), text("")}).is_unknown());
  EXPECT_EQ(call("sha256", {unknown("var.secret")}).reason().name, "var.secret");
}

TEST_F(Functions, LetAHoleTakeInWhatMayBelongToIt) {
  EXPECT_EQ(shown(call("trimspace", {holed("  ", "  a ")})), "?a");
  EXPECT_EQ(shown(call("chomp", {holed("a\n", "\n")})), "a?");
  const Value parts = call("split", {text(":"), holed("a:b:", ":c")});
  EXPECT_EQ(parts.items().size(), 2u);
  EXPECT_NE(parts.rest(), nullptr);
}

TEST_F(Functions, KeepSymbols) {
  const Value id = store.reference("azurerm_subnet.a", "id");
  const Value joined = call("join", {text(""), tuple({id})});
  ASSERT_TRUE(joined.is(ValueType::reference));
  EXPECT_EQ(joined.reference(), id.reference());
  EXPECT_TRUE(call("lower", {id}).is_unknown());
  EXPECT_EQ(call("lower", {id}).reason().name, "azurerm_subnet.a.id");
}

TEST_F(Functions, OpenWhatSomethingUnknownMayOverride) {
  const Value merged =
      call("merge", {object({{"a", number(1), {}}}), unknown(), object({{"b", number(2), {}}})});
  EXPECT_NE(merged.rest(), nullptr);
  ASSERT_TRUE(merged.find("a").is(ValueType::alternatives));
  EXPECT_EQ(merged.find("a").alternatives()[0].value.number().integer, 1);
  EXPECT_TRUE(merged.find("a").alternatives()[1].value.is_unknown());
  EXPECT_EQ(merged.find("b").number().integer, 2);
  const Value twice = call("format", {text("%s-%s"), merged.find("a"), merged.find("a")});
  ASSERT_TRUE(twice.is(ValueType::alternatives));
  EXPECT_EQ(twice.alternatives().size(), 2u) << "what may replace it does so wherever it is used, or nowhere";
  const Value list = call("concat", {tuple({number(1)}), unknown(), tuple({number(2)})});
  EXPECT_EQ(list.items().size(), 1u);
  EXPECT_NE(list.rest(), nullptr);
}

TEST_F(Functions, DoNotCountOrNumberWhatMayBeMore) {
  const Value open = open_object({{"a", number(1), {}}});
  EXPECT_TRUE(call("length", {open}).is_unknown());
  EXPECT_TRUE(call("lookup", {open, text("b"), number(2)}).is_unknown());
  EXPECT_EQ(call("lookup", {open, text("a"), number(2)}).number().integer, 1);
  EXPECT_NE(call("keys", {open}).rest(), nullptr);
  EXPECT_TRUE(call("keys", {open}).items().empty());
}

TEST_F(Functions, ApplyToAlternativesOneByOne) {
  const Choice taken{1, true}, left{1, false};
  const Value port = join_alternatives(store, {{number(25), {&taken, 1}}, {number(587), {&left, 1}}}, {});
  const Value url = call("format", {text("smtp://%s:%d"), text("h"), port});
  ASSERT_TRUE(url.is(ValueType::alternatives));
  EXPECT_EQ(url.alternatives()[0].value.text().chars, "smtp://h:25");
  EXPECT_EQ(url.alternatives()[1].value.text().chars, "smtp://h:587");
  const Value json = call("jsonencode", {object({{"port", port, {}}})});
  ASSERT_TRUE(json.is(ValueType::alternatives));
  EXPECT_EQ(json.alternatives()[1].value.text().chars, R"({"port":587})");
}

TEST_F(Functions, TakeTheDefaultWhereAKeyMayBeAbsent) {
  const Choice taken{1, true}, left{1, false};
  const Value maybe = join_alternatives(store, {{number(25), {&taken, 1}}, {Value(), {&left, 1}}}, {});
  const Value found = call("lookup", {object({{"port", maybe, {}}}), text("port"), number(587)});
  ASSERT_TRUE(found.is(ValueType::alternatives));
  EXPECT_EQ(found.alternatives()[1].value.number().integer, 587);
  EXPECT_TRUE(call("length", {object({{"port", maybe, {}}})}).is_unknown());
}

TEST_F(Functions, SpreadSensitivity) {
  const Value secret = store.as_sensitive(text("p"));
  EXPECT_TRUE(call("upper", {secret}).sensitive());
  EXPECT_TRUE(call("jsonencode", {object({{"a", secret, {}}})}).sensitive());
  EXPECT_FALSE(call("merge", {object({{"a", secret, {}}})}).sensitive());
  EXPECT_TRUE(call("merge", {object({{"a", secret, {}}})}).find("a").sensitive());
  EXPECT_FALSE(call("nonsensitive", {secret}).sensitive());
  EXPECT_TRUE(call("sensitive", {text("x")}).sensitive());
}

TEST_F(Functions, AreCutOffByLimits) {
  const auto limited = [](Value value) {
    return value.is_unknown() && value.reason().kind == ReasonKind::limit;
  };
  EXPECT_TRUE(limited(call("range", {number(1000)})));
  EXPECT_TRUE(limited(call("format", {text("%1000000000d"), number(1)})));
  EXPECT_TRUE(limited(call("format", {text("%.1000000000f"), number(1)})));
  EXPECT_TRUE(limited(call("indent", {number(1'000'000'000), text("a\nb")})));
  const Value fifty = call("range", {number(50)});
  EXPECT_TRUE(limited(call("setproduct", {fifty, fifty})));
  EXPECT_TRUE(limited(call("join", {text(std::string(1000, '-')), fifty})));
  EXPECT_TRUE(limited(call("split", {text(","), text(std::string(200, ','))})));
}

TEST_F(Functions, EndWithTheBudgetAndNotWithTheDay) {
  Value bomb = text("x");
  for (int level = 0; level < 60; ++level) bomb = tuple({bomb, bomb});
  for (const char* name : {"jsonencode", "yamlencode", "flatten", "toset", "sort", "distinct"}) {
    EXPECT_TRUE(call(name, {bomb}).is_unknown() || call(name, {bomb}).rest() != nullptr) << name;
  }
}

TEST_F(Functions, NameTheirBudgetAsTheRulesDo) {
  while (budget.spend()) {
  }
  EXPECT_EQ(call("upper", {text("x")}).reason().name, "evaluation-steps");
}

TEST_F(Functions, SayWhyTheyGiveNothing) {
  EXPECT_EQ(call("timestamp", {}).reason().kind, ReasonKind::runtime_only);
  EXPECT_EQ(call("uuid", {}).reason().kind, ReasonKind::runtime_only);
  EXPECT_EQ(call("rsadecrypt", {text("a"), text("b")}).reason().kind, ReasonKind::unsupported_function);
  EXPECT_EQ(call("provider::azapi::build_resource_id", {}).reason().kind, ReasonKind::unsupported_function);
  EXPECT_EQ(call("no_such_function", {}).reason().kind, ReasonKind::evaluation_error);
  EXPECT_EQ(call("list", {text("a")}).reason().kind, ReasonKind::evaluation_error);
  context.read_file = [](std::string_view) { return Result<SourceId>(Error{"there is no such file"}); };
  const Value missing = call("file", {text("mail.json")});
  EXPECT_EQ(missing.reason().kind, ReasonKind::missing_file);
  EXPECT_EQ(missing.reason().name, "mail.json");
}

TEST_F(Functions, AreKnownByBothNames) {
  EXPECT_EQ(call("core::upper", {text("a")}).text().chars, "A");
  EXPECT_TRUE(is_function("core::jsonencode"));
  EXPECT_TRUE(is_function("try"));
  EXPECT_FALSE(is_function("nope"));
}

TEST_F(Functions, OfOpenTofuWorkToo) {
  EXPECT_TRUE(call("cidrcontains", {text("10.0.0.0/8"), text("10.1.2.3")}).boolean());
  EXPECT_FALSE(call("cidrcontains", {text("10.0.0.0/8"), text("11.0.0.0/16")}).boolean());
  EXPECT_EQ(call("urldecode", {text("a+b%26c")}).text().chars, "a b&c");
  EXPECT_TRUE(call("urldecode", {text("%4")}).is_unknown());
  EXPECT_EQ(call("base64gunzip", {call("base64gzip", {text("hello")})}).text().chars, "hello");
}

TEST(FunctionSupport, IsSortedAndSaysWhatNeverHasAValue) {
  const auto all = function_support();
  EXPECT_TRUE(std::ranges::is_sorted(all, {}, &FunctionSupport::name));
  EXPECT_GT(std::ranges::count_if(all, [](const FunctionSupport& one) { return !one.never; }), 110);
  const auto timestamp = std::ranges::find(all, "timestamp", &FunctionSupport::name);
  ASSERT_NE(timestamp, all.end());
  EXPECT_EQ(timestamp->never, ReasonKind::runtime_only);
}

}  // namespace
}  // namespace smtplint::terraform
