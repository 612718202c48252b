#include <gtest/gtest.h>

#include <string>

#include "syntax/arm_expression/tree.h"

namespace smtplint::arm_expression {
namespace {

TEST(ArmExpression, CallsMembersAndTextsAreTyped) {
  const auto tree = parse("reference('it''s').outputs[0]");
  const Node* index = tree->root();
  ASSERT_NE(index, nullptr);
  EXPECT_EQ(index->kind, NodeKind::index);
  const Node* member = index->children[0];
  EXPECT_EQ(member->name, "outputs");
  EXPECT_EQ(member->children[0]->name, "reference");
  EXPECT_EQ(member->children[0]->children[0]->text, "it's");
}

TEST(ArmExpression, FunctionsOfTheTemplateHaveTwoNames) {
  EXPECT_EQ(parse("contoso.port(25)")->root()->name, "contoso.port");
}

TEST(ArmExpression, WhatIsNoExpressionIsRefusedWithItsPlace) {
  const auto tree = parse("concat('a', )");
  EXPECT_EQ(tree->root(), nullptr);
  ASSERT_TRUE(tree->error());
  EXPECT_FALSE(tree->cut_off());
}

TEST(ArmExpression, DepthIsCountedBeforeAnythingIsParsed) {
  const std::string open(1000, '('), close(1000, ')');
  EXPECT_TRUE(parse("f" + open + close, {.deepest = 200})->cut_off());
  std::string row = "f()";
  for (int i = 0; i < 5000; ++i) row += ".a";
  EXPECT_TRUE(parse(row, {.deepest = 200, .progress_per_kilobyte = 4000})->cut_off());
}

TEST(ArmExpression, BracketsAloneAreAnExpressionAndDoubledOnesAreNot) {
  EXPECT_TRUE(is_expression("[parameters('a')]"));
  EXPECT_FALSE(is_expression("[[parameters('a')]"));
  EXPECT_FALSE(is_expression("[a] b"));
}

}  // namespace
}  // namespace smtplint::arm_expression
