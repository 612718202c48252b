#include "frontend/deployment/file_uses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smtplint::deployment {
namespace {

using testing::ElementsAre;

TEST(FileUses, WhatAFileUsesIsFoundHoweverDeep) {
  FileUses uses;
  uses.add("main.bicep", "network.bicep");
  uses.add("network.bicep", "rules.bicep");
  uses.add("rules.bicep", "network.bicep");
  EXPECT_THAT(uses.used_by("main.bicep"), ElementsAre("network.bicep", "rules.bicep"));
  EXPECT_THAT(uses.used_by("rules.bicep"), ElementsAre("network.bicep"));
  EXPECT_FALSE(uses.is_used("main.bicep"));
}

TEST(FileUses, AFileDoesNotUseItself) {
  FileUses uses;
  uses.add("main.bicep", "main.bicep");
  EXPECT_FALSE(uses.is_used("main.bicep"));
}

TEST(FileUses, UsersComeBeforeWhatTheyUse) {
  FileUses uses;
  uses.add("z.json", "b.json");
  uses.add("b.json", "a.json");
  uses.add("z.json", "a.json");
  EXPECT_THAT(uses.users_first({"a.json", "b.json", "z.json"}), ElementsAre("z.json", "b.json", "a.json"));
  EXPECT_THAT(uses.users_first({"a.json", "z.json"}), ElementsAre("z.json", "a.json"));
}

TEST(FileUses, FilesThatUseOneAnotherAreAllThere) {
  FileUses uses;
  uses.add("a.json", "b.json");
  uses.add("b.json", "a.json");
  EXPECT_THAT(uses.users_first({"a.json", "b.json"}), testing::UnorderedElementsAre("a.json", "b.json"));
}

TEST(FileUses, RootsAreWhatNothingUses) {
  FileUses uses;
  uses.add("main.bicep", "network.bicep");
  EXPECT_THAT(uses.roots_of({"main.bicep", "network.bicep", "other.bicep"}, {}),
              ElementsAre("main.bicep", "other.bicep"));
  EXPECT_THAT(uses.roots_of({"main.bicep", "network.bicep"}, {"network.bicep"}),
              ElementsAre("main.bicep", "network.bicep"));
}

TEST(FileUses, OneOfACircleIsARoot) {
  FileUses uses;
  uses.add("b", "c");
  uses.add("c", "b");
  uses.add("c", "a");
  EXPECT_THAT(uses.roots_of({"a", "b", "c"}, {}), ElementsAre("c")) << "a is used by the circle alone";
}

TEST(FileUses, ACircleThatARootLeadsToNeedsNone) {
  FileUses uses;
  uses.add("root", "b");
  uses.add("b", "c");
  uses.add("c", "b");
  EXPECT_THAT(uses.roots_of({"b", "c", "root"}, {}), ElementsAre("root"));
  EXPECT_THAT(uses.roots_of({"b", "c"}, {"c"}), ElementsAre("c"));
}

TEST(FileUses, CirclesBehindOneAnotherHaveOneRoot) {
  FileUses uses;
  uses.add("y", "z");
  uses.add("z", "y");
  uses.add("y", "b");
  uses.add("b", "c");
  uses.add("c", "b");
  const std::set<std::string> roots = uses.roots_of({"b", "c", "y", "z"}, {});
  EXPECT_EQ(roots.size(), 1u);
  EXPECT_TRUE(roots.contains("y") || roots.contains("z"));
}

}  // namespace
}  // namespace smtplint::deployment
