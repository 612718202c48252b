#include "report/line_hash.h"

#include <gmock/gmock.h>

namespace smtplint::report {
namespace {

using testing::ElementsAre;

// The vectors of github/codeql-action, src/fingerprints.test.ts.
TEST(LineHash, EmptyFileHasOneLine) { EXPECT_THAT(line_hashes(""), ElementsAre("c129715d7a2bc9a3:1")); }

TEST(LineHash, SpacesAndTabsDoNotCount) {
  EXPECT_THAT(line_hashes(" a\nb\n  \t\tc\n d"), ElementsAre("271789c17abda88f:1", "54703d4cd895b18:1",
                                                             "180aee12dab6264:1", "a23a3dc5e078b07b:1"));
}

TEST(LineHash, EveryLineEndIsTheSame) {
  const auto expected = line_hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End");
  EXPECT_EQ(line_hashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End"), expected);
  EXPECT_EQ(line_hashes(" hello; \t\rworld!!!\r\r\r  \t\tGreetings\r End"), expected);
  EXPECT_EQ(line_hashes(" hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End"), expected);
}

TEST(LineHash, EqualLinesAreCounted) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "Lorem ipsum dolor sit amet.\n";
  const auto hashes = line_hashes(text);
  ASSERT_GE(hashes.size(), 10u);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(hashes[i], "a7f2ff13bc495cf2:" + std::to_string(i + 1));
  EXPECT_NE(hashes[6], "a7f2ff13bc495cf2:7");
}

TEST(LineHash, CountsUtf16Units) {
  // One astral character is two units, and so pushes the last one out of the window of the first line.
  const std::string filler(99, 'x');
  EXPECT_EQ(line_hashes(filler + "\U0001F4E7y").front(), line_hashes(filler + "\U0001F4E7z").front());
  EXPECT_NE(line_hashes(filler + "y").front(), line_hashes(filler + "z").front());
}

}  // namespace
}  // namespace smtplint::report
