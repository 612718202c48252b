#include "base/wording.h"

#include <gtest/gtest.h>

#include "base/trimmed.h"

namespace smtplint {
namespace {

TEST(Wording, JoinsLists) {
  EXPECT_EQ(listed({}, "or"), "");
  EXPECT_EQ(listed({"a"}, "or"), "a");
  EXPECT_EQ(listed({"a", "b"}, "or"), "a or b");
  EXPECT_EQ(listed({"a", "b", "c"}, "and"), "a, b and c");
}

TEST(Wording, GuessesOnlyWhatIsNear) {
  constexpr std::string_view names[] = {"severity", "exclude"};
  EXPECT_EQ(did_you_mean("severty", names), "; did you mean `severity`?");
  EXPECT_EQ(did_you_mean("relays", names), "");
}

TEST(Trimmed, TakesBlanksFromBothEnds) {
  EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
  EXPECT_EQ(trimmed(" \n "), "");
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed(" a\n ", " "), "a\n");
}

}  // namespace
}  // namespace smtplint
