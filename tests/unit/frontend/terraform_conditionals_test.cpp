#include <gtest/gtest.h>

#include "support/terraform_workspace.h"

namespace smtplint {
namespace {

std::string evaluated(std::string_view expression) {
  TerraformWorkspace work;
  work.add("main.tf",
           "variable \"c\" {}\nvariable \"d\" {}\nvariable \"o\" {}\nresource \"x\" \"y\" {\n  value = " +
               std::string(expression) + "\n}\n");
  work.evaluate();
  return shown(work.get("x.y", "value"));
}

TEST(TerraformConditionals, TakeTheBranchThatIsDecided) {
  EXPECT_EQ(evaluated("true ? 25 : 587"), "25");
  EXPECT_EQ(evaluated("1 > 2 ? 25 : 587"), "587");
  EXPECT_EQ(evaluated("\"true\" ? \"a\" : \"b\""), "\"a\"");
}

TEST(TerraformConditionals, GiveBothBranchesOneType) {
  EXPECT_EQ(evaluated("true ? 1 : \"b\""), "\"1\"");
  EXPECT_EQ(evaluated("true ? 1 : null"), "1");
  EXPECT_EQ(evaluated("true ? {a = 1} : {a = \"x\"}"), "{a=\"1\"}");
  EXPECT_EQ(evaluated("true ? {a = 1, b = \"x\"} : {}"), "{a=\"1\", b=\"x\"}");
  EXPECT_EQ(evaluated("true ? 1 : [2]"), "?both results of a conditional must have one type");
}

TEST(TerraformConditionals, KeepBothBranchesOfAnOpenCondition) {
  EXPECT_EQ(evaluated("var.c ? 25 : 587"), "(25, 587)");
  EXPECT_EQ(evaluated("var.c ? 25 : 25"), "25");
  EXPECT_EQ(evaluated("var.c ? 25 : null"), "(25, null)");
  EXPECT_EQ(evaluated("\"smtp:${var.c ? 25 : 587}\""), "(\"smtp:25\", \"smtp:587\")");
  EXPECT_EQ(evaluated("(var.c ? 25 : 587) + 1"), "(26, 588)");
}

TEST(TerraformConditionals, NeverCombineOppositeBranchesOfOneCondition) {
  EXPECT_EQ(evaluated("\"${var.c ? \"a\" : \"b\"}${var.c ? 1 : 2}\""), "(\"a1\", \"b2\")");
  EXPECT_EQ(evaluated("\"${var.c ? \"a\" : \"b\"}${!var.c ? 1 : 2}\""), "(\"a2\", \"b1\")");
  EXPECT_EQ(evaluated("\"${var.c ? \"a\" : \"b\"}${var.d ? 1 : 2}\""), "(\"a1\", \"a2\", \"b1\", \"b2\")");
  EXPECT_EQ(evaluated("\"${var.o.x ? \"a\" : \"b\"}${var.o.y ? 1 : 2}\""),
            "(\"a1\", \"a2\", \"b1\", \"b2\")");
}

TEST(TerraformConditionals, KeepOpenElementsThroughFunctionsOfLists) {
  EXPECT_EQ(evaluated("compact([var.c ? \"a\" : \"b\", \"\", \"x\"])"), "[(\"a\", \"b\"), \"x\"]");
  EXPECT_EQ(evaluated("join(\"-\", compact([\"x\", var.c ? \"a\" : \"b\"]))"), "(\"x-a\", \"x-b\")");
  EXPECT_EQ(evaluated("compact([\"x\", var.c ? \"a\" : \"\"])"), "[\"x\", ...]");
  EXPECT_EQ(evaluated("sort([var.c ? \"a\" : \"b\", \"x\"])"), "?alternatives");
  EXPECT_EQ(evaluated("zipmap([var.c ? \"a\" : \"b\"], [1])"), "?alternatives");
  EXPECT_EQ(evaluated("transpose({a = [var.c ? \"a\" : \"b\"]})"), "?alternatives");
}

TEST(TerraformConditionals, KnowAConditionThatIsHandedToAModule) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "c" {}
module "m" {
  source = "./m"
  c      = var.c
}
resource "x" "y" { value = "${var.c ? 1 : 2}${module.m.v}" }
)");
  work.add("m/main.tf", "variable \"c\" { type = bool }\noutput \"v\" { value = var.c ? 3 : 4 }\n");
  work.evaluate();
  EXPECT_EQ(shown(work.get("x.y", "value")), "(\"13\", \"24\")");
}

TEST(TerraformConditionals, JoinObjectsKeyByKey) {
  EXPECT_EQ(evaluated("var.c ? {p = 25, h = \"a\"} : {p = 587, h = \"a\"}"), "{h=\"a\", p=(25, 587)}");
  EXPECT_EQ(evaluated("var.c ? {p = 25} : {}"), "{p=(25, absent)}");
  EXPECT_EQ(evaluated("merge({p = 1}, var.c ? {p = 25} : {})"), "{p=(25, 1)}");
  EXPECT_EQ(evaluated("[for k, v in (var.c ? {p = 25} : {}) : k]"), "?alternatives");
}

TEST(TerraformConditionals, AreUnknownBeyondTheBound) {
  std::string text;
  for (int i = 0; i < 4; ++i) text += "${var.o." + std::string(1, static_cast<char>('a' + i)) + " ? 1 : 2}";
  EXPECT_EQ(evaluated("\"" + text + "\""), "?alternatives");
}

TEST(TerraformConditionals, DecideWithWhatIsKnown) {
  EXPECT_EQ(evaluated("false && var.c"), "false");
  EXPECT_EQ(evaluated("var.c || true"), "true");
  EXPECT_EQ(evaluated("var.c && true"), "?var.c");
  EXPECT_EQ(evaluated("!var.c"), "?var.c");
  EXPECT_EQ(evaluated("var.c == 1"), "?var.c");
}

TEST(TerraformConditionals, TryTakesTheFirstArgumentThatCanBeEvaluated) {
  EXPECT_EQ(evaluated("try({}.port, 25)"), "25");
  EXPECT_EQ(evaluated("try({port = 587}.port, 25)"), "587");
  EXPECT_EQ(evaluated("try(var.o.port, 25)"), "?var.o");
  EXPECT_EQ(evaluated("try((var.c ? {p = 587} : {}).p, 25)"), "(587, 25)");
  EXPECT_EQ(evaluated("can({}.port)"), "false");
  EXPECT_EQ(evaluated("can({port = 1}.port)"), "true");
}

}  // namespace
}  // namespace smtplint
