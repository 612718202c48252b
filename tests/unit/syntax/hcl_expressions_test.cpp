// How expressions group. The shapes are those of Terraform's own parser.
#include <gtest/gtest.h>

#include <string>

#include "marked_source.h"
#include "support/hcl_dump.h"
#include "syntax/hcl/tree.h"

namespace smtplint::hcl {
namespace {

std::string shape(std::string_view text) {
  const auto tree = parse_expression(text);
  for (const SyntaxError& error : tree->errors()) ADD_FAILURE() << text << ": " << error.message;
  return dump(text, *tree->expression());
}

TEST(HclExpression, BinaryOperatorsBindAsInTerraform) {
  EXPECT_EQ(shape("a || b && c == d < e + f * g"), "(|| a (&& b (== c (< d (+ e (* f g))))))");
  EXPECT_EQ(shape("a * b + c"), "(+ (* a b) c)");
  EXPECT_EQ(shape("a - b - c"), "(- (- a b) c)");
  EXPECT_EQ(shape("a / b % c"), "(% (/ a b) c)");
  EXPECT_EQ(shape("a != b == c"), "(== (!= a b) c)");
  EXPECT_EQ(shape("a >= b <= c > d"), "(> (<= (>= a b) c) d)");
}

TEST(HclExpression, UnaryOperatorsTakeTheWholeTraversal) {
  EXPECT_EQ(shape("!a.b && -c[0]"), "(&& (! (.b a)) (- (index c 0)))");
  EXPECT_EQ(shape("- -1"), "(- (- 1))");
  EXPECT_EQ(shape("1--1"), "(- 1 (- 1))");
}

TEST(HclExpression, ConditionalsGroupToTheRight) {
  EXPECT_EQ(shape("a ? b : c ? d : e"), "(? a b (? c d e))");
  EXPECT_EQ(shape("a ? b ? c : d : e"), "(? a (? b c d) e)");
  EXPECT_EQ(shape("a || b ? c : d + 1"), "(? (|| a b) c (+ d 1))");
}

TEST(HclExpression, Literals) {
  EXPECT_EQ(shape("[true, false, null, 1e5, 1.5E-3, 007]"), "(tuple true false null 1e5 1.5E-3 007)");
  EXPECT_EQ(shape("{true = 1, null : 2}"), "{true: 1, null: 2}");
}

TEST(HclExpression, ObjectKeysAreNamesUnlessTheyAreMore) {
  EXPECT_EQ(shape("{a = 1, \"b\" : 2, (c) = 3, d.e = 4, \"${f}\" = 5}"),
            "{a: 1, =\"b\": 2, =(paren c): 3, =(.e d): 4, =\"{f}\": 5}");
}

TEST(HclExpression, SplatsTakeWhatTerraformGivesThem) {
  EXPECT_EQ(shape("a.*.b.c[0]"), "(index (splat a (.c (.b @))) 0)");
  EXPECT_EQ(shape("a[*].b.c[0]"), "(splat a (index (.c (.b @)) 0))");
  EXPECT_EQ(shape("a[*].b[*].c"), "(splat a (splat (.b @) (.c @)))");
  EXPECT_EQ(shape("a[*].b.*.c"), "(splat a (splat (.b @) (.c @)))");
  EXPECT_EQ(shape("a.*.b.0.c"), "(splat a (.c (index (.b @) 0)))");
  EXPECT_EQ(shape("a.*"), "(splat a @)");
  EXPECT_EQ(shape("a[*]"), "(splat a @)");
  EXPECT_EQ(shape("a.*[*].b"), "(splat (splat a @) (.b @))");
}

TEST(HclExpression, LegacyIndexes) { EXPECT_EQ(shape("a.0.b"), "(.b (index a 0))"); }

TEST(HclExpression, Calls) {
  EXPECT_EQ(shape("f(a, b...)[0]"), "(index (call f a b ...) 0)");
  EXPECT_EQ(shape("provider :: x::f(1,)"), "(call provider::x::f 1)");
  EXPECT_EQ(shape("f()"), "(call f)");
}

TEST(HclExpression, ForExpressions) {
  EXPECT_EQ(shape("[for a in b : c]"), "(for[,a] b c _)");
  EXPECT_EQ(shape("[for a, b in c : d if e]"), "(for[a,b] c d e)");
  EXPECT_EQ(shape("{for a, b in c : d => e... if f}"), "(for{a,b} c d e f ...)");
  EXPECT_EQ(shape("{for a in b : c => d}"), "(for{,a} b c d _)");
  EXPECT_EQ(shape("for.in"), "(.in for)");
}

TEST(HclExpression, NewlinesAreBlanksInALoneExpression) { EXPECT_EQ(shape("a\n+ b\n"), "(+ a b)"); }

TEST(HclExpression, SpansCoverWhatIsWritten) {
  const MarkedText marked = MarkedText::parse("f([[var.[[smtp_port]]]], \"x\")");
  const auto tree = parse_expression(marked.text);
  const Expr& argument = *tree->expression()->children[0];
  EXPECT_EQ(argument.span, marked.spans[0]);
  EXPECT_EQ(argument.name_span, marked.spans[1]);
  EXPECT_EQ(argument.name, "smtp_port");
}

TEST(HclExpression, AnIncompleteOneIsAnError) {
  for (const std::string_view text : {"", "a +", "a b", "(a", "f(1", "a ? b", "[1, 2}",
                                      "\x01"
                                      "a",
                                      "\x03"
                                      "a"}) {
    EXPECT_FALSE(parse_expression(text)->errors().empty()) << text;
    EXPECT_NE(parse_expression(text)->expression(), nullptr) << text;
  }
}

}  // namespace
}  // namespace smtplint::hcl
