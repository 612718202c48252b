#include "base/path.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

TEST(Path, NothingLeavesTheWorkspace) {
  EXPECT_EQ(normal_path("a/./b/../c"), "a/c");
  EXPECT_EQ(normal_path("a/.."), "");
  EXPECT_EQ(normal_path("../a"), std::nullopt);
  EXPECT_EQ(normal_path("a/../../b"), std::nullopt);
  EXPECT_EQ(normal_path("/etc/passwd"), std::nullopt);
  EXPECT_EQ(join_path("modules/net", "../mail"), "modules/mail");
  EXPECT_EQ(join_path("modules", "../../mail"), std::nullopt);
  EXPECT_EQ(join_path("modules", "/mail"), std::nullopt);
  EXPECT_EQ(join_path("", "mail"), "mail");
}

TEST(Path, TakenApart) {
  EXPECT_EQ(folder_of("a/b/c.tf"), "a/b");
  EXPECT_EQ(folder_of("c.tf"), "");
  EXPECT_EQ(file_name("a/b/c.tf"), "c.tf");
}

TEST(Path, WrittenFromAnotherFolder) {
  EXPECT_EQ(relative_path("infra/main.tf", ""), "infra/main.tf");
  EXPECT_EQ(relative_path("infra/main.tf", "infra"), "main.tf");
  EXPECT_EQ(relative_path("infra/main.tf", "app/src"), "../../infra/main.tf");
  EXPECT_EQ(relative_path("infra", "infra"), ".");
}

TEST(Path, AFolderHoldsWhatIsBelowItAndNotItsNamesakes) {
  EXPECT_TRUE(is_within("infra/main.tf", "infra"));
  EXPECT_TRUE(is_within("infra", "infra"));
  EXPECT_TRUE(is_within("anything", ""));
  EXPECT_FALSE(is_within("infrastructure/main.tf", "infra"));
}

}  // namespace
}  // namespace smtplint
