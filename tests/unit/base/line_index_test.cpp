#include "base/line_index.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

constexpr std::string_view text = "a\xc3\xa4\xf0\x9f\x93\xa7z\r\nsecond\rthird\n";

TEST(LineIndex, CountsColumnsInTheUnitThatIsAskedFor) {
  const LineIndex lines(text);
  const auto z = static_cast<std::uint32_t>(text.find('z'));
  EXPECT_EQ(lines.position(z, ColumnUnit::unicode_scalar), (Position{1, 4}));
  EXPECT_EQ(lines.position(z, ColumnUnit::utf16), (Position{1, 5}));
  EXPECT_EQ(lines.position(z, ColumnUnit::utf8), (Position{1, 8}));
}

TEST(LineIndex, KnowsAllThreeLineEnds) {
  const LineIndex lines(text);
  EXPECT_EQ(lines.line(2), "second");
  EXPECT_EQ(lines.line(3), "third");
  EXPECT_EQ(lines.line_count(), 4u);
  EXPECT_EQ(lines.position(static_cast<std::uint32_t>(text.find("third")), ColumnUnit::utf8),
            (Position{3, 1}));
}

TEST(LineIndex, OffsetIsTheInverseOfPosition) {
  const LineIndex lines(text);
  for (const char* word : {"a", "z", "second", "third"}) {
    const auto offset = static_cast<std::uint32_t>(text.find(word));
    for (const ColumnUnit unit : {ColumnUnit::unicode_scalar, ColumnUnit::utf16, ColumnUnit::utf8}) {
      EXPECT_EQ(lines.offset(lines.position(offset, unit), unit), offset) << word;
    }
  }
}

TEST(LineIndex, PositionsOutsideTheTextEndAtItsEdges) {
  const LineIndex lines(text);
  EXPECT_EQ(lines.offset({99, 1}, ColumnUnit::utf8), text.size());
  EXPECT_EQ(lines.offset({2, 99}, ColumnUnit::utf8), text.find("\rthird"));
  EXPECT_EQ(lines.position(9999, ColumnUnit::utf8).line, 4u);
}

TEST(LineIndex, CountsLongLinesFromMilestones) {
  std::string line = "short\n";
  const auto start = static_cast<std::uint32_t>(line.size());
  while (line.size() < 300'000) line += "caf\xc3\xa9 \xf0\x9f\x93\xa7,";
  const std::string whole = line + "\nlast";
  const LineIndex lines(whole);
  for (std::uint32_t words = 0; words < 20'000; words += 997) {
    const std::uint32_t offset = start + words * 11;
    EXPECT_EQ(lines.position(offset, ColumnUnit::unicode_scalar), (Position{2, words * 7 + 1}));
    EXPECT_EQ(lines.position(offset, ColumnUnit::utf16), (Position{2, words * 8 + 1}));
    EXPECT_EQ(lines.position(offset, ColumnUnit::utf8), (Position{2, words * 11 + 1}));
  }
  EXPECT_EQ(lines.position(static_cast<std::uint32_t>(whole.find("last")), ColumnUnit::utf16),
            (Position{3, 1}));
}

}  // namespace
}  // namespace smtplint
