// The typed tree of Bicep: what strings stand for, and what one fault costs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "syntax/bicep/tree.h"

namespace smtplint::bicep {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The text of the one string in `var x = ...`.
std::string text_of(std::string_view written) {
  const std::string source = "var x = " + std::string(written);
  const auto tree = parse(source);
  EXPECT_THAT(tree->errors(), IsEmpty()) << written;
  const auto text = plain_text(source, *tree->statements()[0].value);
  return text ? *text : "(interpolated)";
}

TEST(BicepStrings, StandForTheirText) {
  EXPECT_EQ(text_of("'587'"), "587");
  EXPECT_EQ(text_of("''"), "");
  EXPECT_EQ(text_of(R"('a\'b\\c\$\n\u{e9}')"), "a'b\\c$\n\u00e9");
  EXPECT_EQ(text_of(R"('\u{d83d}\u{de00}')"), "\U0001f600");
  EXPECT_EQ(text_of("'''it''s'''"), "it''s");
  EXPECT_EQ(text_of("'''\n a\\n ${b}\n'''"), " a\\n ${b}\n");
  EXPECT_EQ(text_of("''''quoted''''"), "'quoted'");
  EXPECT_EQ(text_of("$$'''\r\n${a}'''"), "${a}");
  EXPECT_EQ(text_of("'a${b}'"), "(interpolated)");
}

TEST(BicepStrings, RefuseWhatIsNoEscape) {
  EXPECT_THAT(parse("var a = 'x\\q'")->errors(), SizeIs(1));
  EXPECT_THAT(parse("var a = '\\u{110000}'")->errors(), SizeIs(1));
  EXPECT_THAT(parse("var a = '\\u{d83d}x'")->errors(), SizeIs(1));
  EXPECT_THAT(parse("var a = '\\u{de00}'")->errors(), SizeIs(1));
  EXPECT_THAT(parse("var a = 'open\nvar b = 1")->errors(), SizeIs(1));
}

std::vector<std::string> names_of(const Tree& tree) {
  std::vector<std::string> names;
  for (const Statement& statement : tree.statements()) names.emplace_back(statement.name);
  return names;
}

constexpr std::string_view before = "@description('x')\nparam first int = 1\n\n";
constexpr std::string_view middle = "resource second 'T@v' = {\n  name: 'a'\n  tags: { b: ['c'] }\n}\n\n";
constexpr std::string_view after =
    "@secure()\nparam third string\nvar fourth = '''\nvar text = 1\n'''\noutput fifth string = 'x'\n";

TEST(BicepRecovery, OneBraceTooManyOrTooFewCostsOneStatement) {
  const std::string clean = std::string(before) + std::string(middle) + std::string(after);
  const auto names = names_of(*parse(clean));
  ASSERT_THAT(names, ElementsAre("first", "second", "third", "fourth", "fifth"));
  for (std::size_t at = before.size(); at < before.size() + middle.size(); ++at) {
    for (const char brace : std::string_view("{}[]()")) {
      std::string inserted = clean;
      inserted.insert(at, 1, brace);
      EXPECT_GE(names_of(*parse(inserted)).size() + 1, names.size()) << inserted;
      EXPECT_EQ(names_of(*parse(inserted)).back(), "fifth") << inserted;
    }
    if (std::string_view("{}[]").find(clean[at]) == std::string_view::npos) continue;
    std::string deleted = clean;
    deleted.erase(at, 1);
    const auto tree = parse(deleted);
    EXPECT_FALSE(tree->errors().empty()) << deleted;
    EXPECT_GE(names_of(*tree).size() + 1, names.size()) << deleted;
  }
}

TEST(BicepRecovery, DepthIsBounded) {
  for (const std::string open : {"(", "[", "{ a: ", "!", "-", "f("}) {
    std::string text = "var a = ";
    for (int i = 0; i < 5000; ++i) text += open;
    const auto tree = parse(text, {.deepest = 50});
    EXPECT_FALSE(tree->errors().empty()) << open;
  }
}

TEST(BicepComments, CountWhereverTheyStand) {
  const std::string source =
      "// one\nparam a string // two\n/* three */\nvar b = { // four\n  c: 1\n}\nvar d = b ? // five\n  1 : "
      "2\n";
  EXPECT_THAT(parse(source)->comments(), SizeIs(5));
}

}  // namespace
}  // namespace smtplint::bicep
