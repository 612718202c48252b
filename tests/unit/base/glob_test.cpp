#include "base/glob.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

struct Row {
  const char* pattern;
  const char* text;
  bool fits;
};

class GlobMatches : public testing::TestWithParam<Row> {};

TEST_P(GlobMatches, WholeTexts) {
  EXPECT_EQ(Glob(GetParam().pattern).matches(GetParam().text), GetParam().fits)
      << GetParam().pattern << " and " << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, GlobMatches,
    testing::Values(Row{"infra", "infra", true}, Row{"infra", "infra2", false}, Row{"", "", true},
                    Row{"", "a", false}, Row{"*", "a", true}, Row{"*", "", true}, Row{"*", "a/b", false},
                    Row{"*.tf", "main.tf", true}, Row{"*.tf", "a/main.tf", false},
                    Row{"a*b*c", "axxbyybzzc", true}, Row{"a*b*c", "axxbyybzz", false},
                    Row{"**", "a/b/c", true}, Row{"**", "", true}, Row{"**/x", "x", true},
                    Row{"**/x", "a/b/x", true}, Row{"**/x", "a/bx", false}, Row{"a/**", "a/b/c", true},
                    Row{"a/**", "b/c", false}, Row{"a/**/z", "a/z", true}, Row{"a/**/z", "a/b/c/z", true},
                    Row{"**/a/**/z", "x/a/a/y/z", true}, Row{"**/*.dev.tfvars", "a/b/eu.dev.tfvars", true},
                    Row{"**/a*/b", "x/ac/y/ad/b", true}, Row{"?", "a", true}, Row{"?", "/", false},
                    Row{"?", "", false}, Row{"[a-c]1", "b1", true}, Row{"[a-c]1", "d1", false},
                    Row{"[!a-c]1", "d1", true}, Row{"[!a]", "/", false}, Row{"[]]", "]", true},
                    Row{"[a", "[a", true}, Row{"\\*", "*", true}, Row{"\\*", "a", false},
                    Row{"\\", "\\", true}));

TEST(Glob, CoversWhatLiesInAFolder) {
  EXPECT_TRUE(Glob("old").covers("old"));
  EXPECT_TRUE(Glob("old").covers("old/a/b.tf"));
  EXPECT_TRUE(Glob("modules/*").covers("modules/a/b.tf"));
  EXPECT_FALSE(Glob("old").covers("older/a.tf"));
  EXPECT_FALSE(Glob("*.tf").covers("a/b.tfvars"));
}

TEST(Glob, TakesNoTimeWithManyStars) {
  const std::string pattern = "**/*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b";
  EXPECT_FALSE(Glob(pattern).matches(std::string(5000, 'a') + "/" + std::string(5000, 'a')));
}

}  // namespace
}  // namespace smtplint
