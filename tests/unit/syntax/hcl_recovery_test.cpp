// What one fault costs: the statements around it still count, and time grows with the text alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

#include "syntax/hcl/tree.h"

namespace smtplint::hcl {
namespace {

std::string repeat(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

constexpr std::string_view rule = R"(resource "azurerm_network_security_rule" "smtp" {
  name                   = "deny-${var.name}"
  destination_port_range = "25"

  timeouts {
    create = "1h"
  }
}

)";

struct Count {
  std::size_t attributes = 0;
  std::size_t blocks = 0;
};

void count(const Body& body, Count& total) {
  total.attributes += body.attributes.size();
  total.blocks += body.blocks.size();
  for (const Block& block : body.blocks) count(block.body, total);
}

Count count(const Tree& tree) {
  Count total;
  count(tree.body(), total);
  return total;
}

/// Three rules, of which the middle one is changed.
std::string with_fault(std::string_view from, std::string_view to) {
  std::string middle(rule);
  middle.replace(middle.find(from), from.size(), to);
  return std::string(rule) + middle + std::string(rule);
}

TEST(HclRecovery, AFaultCostsItsStatementAlone) {
  const Count all = count(*parse_file(with_fault("25", "25")));
  ASSERT_EQ(all.attributes, 9u);
  ASSERT_EQ(all.blocks, 6u);
  const std::vector<std::pair<std::string_view, std::string_view>> faults{
      {"= \"25\"", "= = \"25\""}, {"= \"25\"", "= "}, {"\"25\"", "\"25"},           {"= \"1h\"", "= [1"},
      {"\"1h\"", "f("},           {"${var", "${"},    {"timeouts {", "timeouts }"}, {"timeouts {", "{"},
      {"  }\n}", "  }\n"},        {"  }\n}", "}"},    {"{\n  name", "\n  name"},    {"  }\n}", "  }}\n}"}};
  for (const auto& [from, to] : faults) {
    const auto tree = parse_file(with_fault(from, to));
    const Count left = count(*tree);
    EXPECT_FALSE(tree->errors().empty()) << to;
    EXPECT_GE(left.attributes + 2, all.attributes) << from << " -> " << to;
    EXPECT_GE(left.blocks + 2, all.blocks) << from << " -> " << to;
    EXPECT_EQ(tree->body().blocks[0].body.attributes.size(), 2u) << from << " -> " << to;
    EXPECT_EQ(tree->body().blocks.back().body.attributes.size(), 2u) << from << " -> " << to;
  }
}

TEST(HclRecovery, AnUnclosedBlockEndsWhereTheNextStatementStarts) {
  const auto tree = parse_file("a \"b\" {\n  c = 1\n\nd \"e\" {\n  f = 2\n}\n");
  ASSERT_EQ(tree->body().blocks.size(), 2u);
  EXPECT_EQ(tree->body().blocks[0].body.attributes.size(), 1u);
  EXPECT_EQ(tree->body().blocks[1].labels[0].text, "e");
}

TEST(HclRecovery, BracesInTextCountForNothing) {
  const auto tree = parse_file("a = \"{\" # {\nb = <<EOT\n{{{\nEOT\n/* { */\nc = = 1\nd = \"${{}}\"\n");
  EXPECT_EQ(tree->errors().size(), 1u);
  EXPECT_EQ(tree->body().attributes.size(), 4u);
}

TEST(HclRecovery, AFaultInALargeValueCostsItsItemAlone) {
  std::string text = "rules = {\n";
  for (int i = 0; i < 500; ++i)
    text += "  r" + std::to_string(i) + " = {\n    ports = [25, 587] # both\n    name = \"x\"\n  }\n";
  text += "}\n";
  for (const auto& [from, to] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"  r250 = {", "  r250 = = {"},
           {"  r250 = {", "  @\n  r250 = {"},
           {"  r250 = {\n    ports = [25,", "  r250 = {\n    ports = [25 25,"}}) {
    std::string broken = text;
    broken.replace(broken.find(from), from.size(), to);
    const auto tree = parse_file(broken);
    EXPECT_EQ(tree->errors().size(), 1u) << to;
    const Expr& rules = *tree->body().attributes[0].value;
    EXPECT_EQ(rules.kind, ExprKind::object);
    EXPECT_GE(rules.items.size(), 499u) << to;
    EXPECT_EQ(rules.items.back().value->items.size(), 2u) << to;
    EXPECT_EQ(tree->comments().size(), 500u) << to;
  }
}

double seconds(const std::string& text) {
  const std::clock_t begin = std::clock();
  const auto tree = parse_file(text);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(HclRecovery, AFaultInALargeFileCostsNoMoreThanThreeCleanParses) {
  const std::string clean = repeat(rule, 2'000'000);
  std::string one_block = "a {\n" + clean + "}\n";
  for (const std::string& base : {clean, one_block}) {
    std::string broken = base;
    broken.insert(broken.find("  timeouts", broken.size() / 2), "x = = 1\n");
    EXPECT_LE(seconds(broken), 3 * seconds(base) + 0.1);
    EXPECT_EQ(parse_file(broken)->errors().size(), 1u);
  }
}

/// Time of 80 kB against 20 kB: four times is linear, sixteen times is not.
TEST(HclRecovery, NoiseTakesTimeInProportion) {
  for (const std::string_view noise : {"~",
                                       "[",
                                       "{",
                                       "(",
                                       "a {\n",
                                       "a = [\n",
                                       "{ x ",
                                       "\"",
                                       "\"\n",
                                       "/*",
                                       "[}",
                                       ",",
                                       "x ",
                                       "\"${",
                                       "<<A\n",
                                       "a = <<A\n",
                                       "a = 1 b = 2\n",
                                       "${",
                                       "a = b.",
                                       "a = !",
                                       "}\n",
                                       "\x01",
                                       "a = \"%{if x}",
                                       "a \"${b} {\n"}) {
    const double quarter = seconds(repeat(noise, 20'000));
    EXPECT_LE(seconds(repeat(noise, 80'000)), 8 * quarter + 0.2) << noise;
  }
}

TEST(HclLimits, NestingIsBounded) {
  ParseLimits limits;
  limits.deepest = 20;
  const auto nested = [](std::string_view open, std::string_view close, int levels) {
    std::string text = "a = ";
    for (int i = 0; i < levels; ++i) text += open;
    text += "1";
    for (int i = 0; i < levels; ++i) text += close;
    return text + "\nb = 2\n";
  };
  for (const auto& [open, close] :
       std::vector<std::pair<std::string, std::string>>{{"(", ")"},
                                                        {"[", "]"},
                                                        {"{a=", "}"},
                                                        {"-", ""},
                                                        {"1+(", ")"},
                                                        {"f(", ")"},
                                                        {"true ? 1 : ", ""},
                                                        {"\"${", "}\""},
                                                        {"x[", "]"},
                                                        {"\"%{ if x }${", "}%{ endif }\""}}) {
    EXPECT_TRUE(parse_file(nested(open, close, 5), limits)->errors().empty()) << open;
    const std::string text = nested(open, close, 5'000);
    const auto deep = parse_file(text, limits);
    ASSERT_FALSE(deep->errors().empty()) << open;
    EXPECT_EQ(deep->errors()[0].message, "nested deeper than 20 levels") << open;
    EXPECT_EQ(deep->body().attributes.back().name, "b") << open;
  }
}

TEST(HclLimits, LongChainsCountAsNesting) {
  for (const std::string_view step : {".b", "[0]", " + a", ".*"}) {
    const std::string text = "a" + repeat(step, 2'000);
    const auto tree = parse_expression(text);
    ASSERT_FALSE(tree->errors().empty());
    EXPECT_EQ(tree->errors()[0].message, "nested deeper than 200 levels");
  }
}

TEST(HclLimits, AShortBudgetIsSaid) {
  ParseLimits limits;
  limits.progress_per_kilobyte = 0;
  const auto tree = parse_file("a = [" + repeat("1, ", 200'000) + "]\nb = 1\n", limits);
  ASSERT_EQ(tree->errors().size(), 1u);
  EXPECT_EQ(tree->errors()[0].message, "this does not parse");
  EXPECT_EQ(tree->body().attributes.size(), 1u);
}

TEST(HclRecovery, ACarriageReturnAloneEndsNoLine) {
  const std::string_view text = "a = 1\rb = 2\r";
  const auto tree = parse_file(text);
  ASSERT_FALSE(tree->errors().empty());
  EXPECT_EQ(tree->errors().front().message, "a carriage return without a line feed ends no line");
  EXPECT_EQ(text.substr(tree->errors().front().span.begin, tree->errors().front().span.length()), "\r");
}

}  // namespace
}  // namespace smtplint::hcl
