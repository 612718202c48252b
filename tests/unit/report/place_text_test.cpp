#include "report/place_text.h"

#include <gtest/gtest.h>

#include "marked_source.h"

namespace smtplint::report {
namespace {

TEST(RangeOf, CountsInTheUnitThatIsAskedFor) {
  Report report;
  auto sources = std::make_shared<SourceStore>();
  const Place place = add_marked(*sources, "a.tf", "x\r\n\u00e9\U0001F4E7 [[25]]\r\n")[0];
  report.sources = sources;
  EXPECT_EQ(range_of(report, place, ColumnUnit::unicode_scalar).begin, (Position{2, 4}));
  EXPECT_EQ(range_of(report, place, ColumnUnit::utf16).begin, (Position{2, 5}));
  EXPECT_EQ(range_of(report, place, ColumnUnit::unicode_scalar).end, (Position{2, 6}));
}

}  // namespace
}  // namespace smtplint::report
