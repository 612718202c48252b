#include "frontend/config/profile_condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smtplint::config {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ProfileCondition, HoldsAsSpringSays) {
  const std::set<std::string> prod{"prod"}, both{"prod", "eu"};
  EXPECT_TRUE(holds_with("prod", prod));
  EXPECT_TRUE(holds_with(" staging | prod ", prod));
  EXPECT_TRUE(holds_with("staging, prod", prod));
  EXPECT_TRUE(holds_with("!staging", prod));
  EXPECT_TRUE(holds_with("prod & (eu | us)", both));
  EXPECT_TRUE(holds_with("!(staging | dev)", both));
  EXPECT_FALSE(holds_with("prod & eu", prod));
  EXPECT_FALSE(holds_with("production", prod));
  EXPECT_FALSE(holds_with("!prod", prod));
}

TEST(ProfileCondition, NeverHoldsWhereItIsBroken) {
  for (const char* broken : {"", "prod &", "(prod", "prod)", "| prod", "!", "prod eu)"})
    EXPECT_FALSE(holds_with(broken, {"prod", ""})) << broken;
  EXPECT_FALSE(holds_with(std::string(100000, '(') + "prod", {"prod"}));
  EXPECT_FALSE(holds_with(std::string(100001, '!') + "x", {"prod"}));
}

TEST(ProfileCondition, NamesWhatDecidesIt) {
  EXPECT_THAT(profiles_in("prod"), ElementsAre("prod"));
  EXPECT_THAT(profiles_in("prod, staging"), ElementsAre("prod", "staging"));
  EXPECT_THAT(profiles_in("!dev | (prod & eu)"), ElementsAre("dev", "prod&eu"));
  EXPECT_THAT(profiles_in("staging & !prod"), ElementsAre("staging"));
  EXPECT_THAT(profiles_in("!(dev & test)"), ElementsAre("dev&test"));
  EXPECT_THAT(profiles_in("default"), IsEmpty());
  EXPECT_THAT(profiles_in("(|,&)"), IsEmpty());
}

TEST(ProfileCondition, TakesNothingForTheProfileOfTheRest) {
  EXPECT_THAT(profiles_of(""), ElementsAre("default"));
  EXPECT_THAT(profiles_of("prod&eu"), ElementsAre("eu", "prod"));
  EXPECT_TRUE(holds_with("default", profiles_of("")));
}

}  // namespace
}  // namespace smtplint::config
