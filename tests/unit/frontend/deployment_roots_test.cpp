#include "frontend/deployment/roots.h"

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

TEST(Environments, AreCalledAfterTheirFiles) {
  const auto names = [](const std::vector<std::string>& files) {
    std::vector<std::string> found;
    for (const Environment& one : environments_of(files)) found.push_back(one.name);
    return found;
  };
  EXPECT_THAT(names({"env/prod.parameters.json", "env/test.bicepparam"}), ElementsAre("prod", "test"));
  EXPECT_THAT(names({"a/azuredeploy.Parameters.json"}), ElementsAre("azuredeploy"));
  EXPECT_THAT(names({"infra/main.parameters.json"}), ElementsAre("infra/main.parameters"));
  EXPECT_THAT(names({"a/prod.json", "b/prod.json"}), ElementsAre("prod", "b/prod"));
  EXPECT_THAT(names({}), ElementsAre(""));
}

}  // namespace
}  // namespace smtplint::deployment
