#include "rules/variants.h"

#include <gtest/gtest.h>

namespace smtplint::rules {
namespace {

using knowledge::Check;
using knowledge::ConditionTree;
using knowledge::Fact;
using knowledge::Predicate;
using knowledge::Variant;

Variant where(Fact fact, std::string word) {
  Variant variant;
  variant.when.kind = ConditionTree::Kind::predicate;
  variant.when.predicate.fact = fact;
  variant.when.predicate.test = Predicate::Test::is;
  variant.when.predicate.words = {std::move(word)};
  return variant;
}

/// An error; a warning towards a relay; a note, with help of its own, where the login is off.
Check check_with_variants() {
  Check check;
  check.info.severity = Severity::error;
  Variant relay = where(Fact::scope, "relay");
  relay.has_severity = true;
  relay.severity = Severity::warning;
  Variant login = where(Fact::login, "off");
  login.has_severity = true;
  login.severity = Severity::note;
  login.has_help = true;
  check.variants = {relay, login};
  return check;
}

FactSource facts(FactValue scope, FactValue login) {
  return [=](Fact fact) { return fact == Fact::scope ? scope : login; };
}

TEST(Variants, CountWhereTheyHoldForCertain) {
  const Check check = check_with_variants();
  const auto relay = FactValue::of_word("relay"), local = FactValue::of_word("local");
  const auto login_on = FactValue::of_word("on");
  EXPECT_EQ(choose(check, facts(local, login_on)).severity, Severity::error);
  EXPECT_EQ(choose(check, facts(relay, login_on)).severity, Severity::warning);
  EXPECT_EQ(choose(check, facts(FactValue::not_known(), login_on)).severity, Severity::error)
      << "what may be a relay is none yet";
}

TEST(Variants, GiveEachPartByTheFirstThatHasIt) {
  const Check check = check_with_variants();
  const Chosen chosen = choose(check, facts(FactValue::of_word("relay"), FactValue::of_word("off")));
  EXPECT_EQ(chosen.severity, Severity::warning) << "of the first";
  EXPECT_EQ(chosen.help, &check.variants.back().help) << "of the second: the first has none";
  EXPECT_EQ(chosen.message, &check.message) << "of the check: neither has one";
}

}  // namespace
}  // namespace smtplint::rules
