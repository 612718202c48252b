#include "frontend/deployment/roots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smtplint::deployment {
namespace {

using testing::ElementsAre;

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
