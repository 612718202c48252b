#include "rules/conditions.h"

#include <gtest/gtest.h>

namespace smtplint::rules {
namespace {

using knowledge::ConditionTree;
using knowledge::Fact;
using knowledge::Predicate;

constexpr auto no = Truth::no;
constexpr auto yes = Truth::yes;
constexpr auto unknown = Truth::unknown;

ConditionTree predicate(Fact fact, Predicate::Test test, std::vector<std::string> words,
                        std::int64_t number = 0) {
  ConditionTree tree;
  tree.kind = ConditionTree::Kind::predicate;
  tree.predicate.fact = fact;
  tree.predicate.test = test;
  tree.predicate.words = std::move(words);
  tree.predicate.number = number;
  return tree;
}

ConditionTree group(ConditionTree::Kind kind, std::vector<ConditionTree> children) {
  ConditionTree tree;
  tree.kind = kind;
  tree.children = std::move(children);
  return tree;
}

/// A fact source that gives every fact the same answer.
FactSource always(FactValue value) {
  return [value = std::move(value)](Fact) { return value; };
}

/// `host-known` and `kind-known`, two flags that can each be true, false or not known.
FactSource flags(Truth host_known, Truth kind_known) {
  return [=](Fact fact) { return FactValue::of_flag(fact == Fact::host_known ? host_known : kind_known); };
}

ConditionTree both(ConditionTree::Kind kind) {
  return group(kind, {predicate(Fact::host_known, Predicate::Test::is, {"true"}),
                      predicate(Fact::kind_known, Predicate::Test::is, {"true"})});
}

struct GroupRow {
  Truth left, right;
  Truth all, any, none;
};

TEST(Groups, DecideAsSoonAsTheFactsThatAreKnownDecide) {
  constexpr GroupRow table[] = {
      // left, right -> all, any, none
      {yes, yes, yes, yes, no},
      {yes, no, no, yes, no},
      {no, no, no, no, yes},
      {yes, unknown, unknown, yes, no},
      {no, unknown, no, unknown, unknown},
      {unknown, unknown, unknown, unknown, unknown},
  };
  for (const GroupRow& row : table) {
    for (const FactSource& facts : {flags(row.left, row.right), flags(row.right, row.left)}) {
      EXPECT_EQ(holds(both(ConditionTree::Kind::all), facts), row.all);
      EXPECT_EQ(holds(both(ConditionTree::Kind::any), facts), row.any);
      EXPECT_EQ(holds(both(ConditionTree::Kind::none), facts), row.none);
    }
  }
}

TEST(Groups, NestLikeBrackets) {
  const ConditionTree nested = group(
      ConditionTree::Kind::none,
      {group(ConditionTree::Kind::all,
             {both(ConditionTree::Kind::any), predicate(Fact::kind_known, Predicate::Test::is, {"true"})})});
  EXPECT_EQ(holds(nested, flags(yes, no)), yes) << "not ((host or kind) and kind)";
  EXPECT_EQ(holds(nested, flags(no, yes)), no);
  EXPECT_EQ(holds(nested, flags(no, unknown)), unknown);
}

TEST(AFlag, MayBeAskedForFalse) {
  const ConditionTree is_false = predicate(Fact::host_known, Predicate::Test::is, {"false"});
  EXPECT_EQ(holds(is_false, always(FactValue::of_flag(false))), yes);
  EXPECT_EQ(holds(is_false, always(FactValue::of_flag(true))), no);
  EXPECT_EQ(holds(is_false, always(FactValue::of_flag(Truth::unknown))), unknown)
      << "what is not known is not false";
}

TEST(AWord, IsOneOfThoseThatAreNamed) {
  const ConditionTree in = predicate(Fact::scope, Predicate::Test::in, {"relay", "public"});
  EXPECT_EQ(holds(in, always(FactValue::of_word("relay"))), yes);
  EXPECT_EQ(holds(in, always(FactValue::of_word("public"))), yes);
  EXPECT_EQ(holds(in, always(FactValue::of_word("local"))), no);
  EXPECT_EQ(holds(in, always(FactValue::not_known())), unknown);
}

TEST(ANumber, IsComparedWithItsLimitIncluded) {
  const ConditionTree two = predicate(Fact::undeclared_senders, Predicate::Test::at_least, {}, 2);
  EXPECT_EQ(holds(two, always(FactValue::of_number(1))), no);
  EXPECT_EQ(holds(two, always(FactValue::of_number(2))), yes);
  EXPECT_EQ(holds(two, always(FactValue::not_known())), unknown);
  const ConditionTree is = predicate(Fact::port, Predicate::Test::is, {"25"});
  EXPECT_EQ(holds(is, always(FactValue::of_number(25))), yes);
  EXPECT_EQ(holds(is, always(FactValue::of_number(2525))), no);
}

TEST(Knowing, IsTheOneQuestionThatNeverStaysOpen) {
  const ConditionTree known = predicate(Fact::port, Predicate::Test::known, {"true"});
  const ConditionTree not_known = predicate(Fact::port, Predicate::Test::known, {"false"});
  EXPECT_EQ(holds(known, always(FactValue::of_number(25))), yes);
  EXPECT_EQ(holds(known, always(FactValue::not_known())), no);
  EXPECT_EQ(holds(not_known, always(FactValue::of_number(25))), no);
  EXPECT_EQ(holds(not_known, always(FactValue::not_known())), yes);
}

}  // namespace
}  // namespace smtplint::rules
