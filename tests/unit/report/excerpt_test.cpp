#include "report/excerpt.h"

#include <gmock/gmock.h>

#include "marked_source.h"
#include "report/display.h"

namespace smtplint::report {
namespace {

class ExcerptTest : public testing::Test {
 protected:
  /// The first marked place; all further ones are secrets.
  Excerpt of(std::string_view marked) {
    Report report;
    const std::vector<Place> places = add_marked(sources_, "a.tf", marked);
    report.secrets.assign(places.begin() + 1, places.end());
    return excerpt_of(sources_, places.front(), SecretMask(report));
  }

  SourceStore sources_;
};

TEST_F(ExcerptTest, MarksAfterTabsAndWideCharacters) {
  const Excerpt excerpt = of("\t\u00e9\u754c\U0001F4E7 [[25]]\n");
  EXPECT_EQ(excerpt.text, "    \u00e9\u754c\U0001F4E7 25");
  EXPECT_EQ(excerpt.mark_begin, 4u + 1 + 2 + 2 + 1);
  EXPECT_EQ(excerpt.mark_width, 2u);
}

TEST_F(ExcerptTest, CombiningMarksTakeNoColumn) { EXPECT_EQ(of("e\u0301 [[25]]").mark_begin, 2u); }

TEST_F(ExcerptTest, LineEndsAreNotPartOfTheLine) {
  EXPECT_EQ(of("a\r\n[[b]]\r\nc").text, "b");
  EXPECT_EQ(of("a\r\n[[b]]\r\nc").line, 2u);
}

TEST_F(ExcerptTest, EmptyPlaceHasACaret) { EXPECT_EQ(of("a = [[]]\n").mark_width, 1u); }

TEST_F(ExcerptTest, PlaceOverSeveralLinesIsMarkedOnTheFirst) {
  const Excerpt excerpt = of("a = [[<<E\nx\nE]]\n");
  EXPECT_EQ(excerpt.text, "a = <<E");
  EXPECT_EQ(excerpt.mark_width, 3u);
  EXPECT_EQ(excerpt.last_line, 3u);
}

TEST_F(ExcerptTest, SecretKeepsItsWidth) {
  const Excerpt excerpt = of("[[25]] = \"a:[[\u754cpw]]@host\"");
  EXPECT_EQ(excerpt.text, "25 = \"a:****@host\"");
}

TEST_F(ExcerptTest, NothingMovesTheCursorOrReordersTheLine) {
  EXPECT_EQ(of("\x1b[2J\u202e[[25]]\x7f").text, "\u241b[2J<U+202E>25\u2421");
}

TEST_F(ExcerptTest, LongLineIsCutAroundTheMark) {
  const Excerpt excerpt = of(std::string(5000, 'a') + "[[25]]" + std::string(5000, 'b'));
  EXPECT_EQ(display_width(excerpt.text), 206u);
  EXPECT_TRUE(excerpt.text.starts_with("...a"));
  EXPECT_TRUE(excerpt.text.ends_with("b..."));
  EXPECT_EQ(excerpt.text.substr(excerpt.mark_begin, excerpt.mark_width), "25");
}

TEST_F(ExcerptTest, LongMarkIsCutToo) {
  const Excerpt excerpt = of("[[" + std::string(5000, 'a') + "]]");
  EXPECT_EQ(excerpt.mark_width, 200u);
  EXPECT_EQ(display_width(excerpt.text), 203u);
}

TEST_F(ExcerptTest, LineOfExactlyTheWidthStaysWhole) {
  const std::string line = "[[25]]" + std::string(198, 'a');
  EXPECT_EQ(of(line).text, "25" + std::string(198, 'a'));
}

}  // namespace
}  // namespace smtplint::report
