#include "report/place_text.h"

#include <gtest/gtest.h>

#include "marked_source.h"

namespace smtplint::report {
namespace {

TEST(UriPath, EncodesWhatAReferenceMayNotHold) {
  EXPECT_EQ(uri_path("infra/odd name#1.tf"), "infra/odd%20name%231.tf");
  EXPECT_EQ(uri_path("a:b/%41?.tf"), "a%3Ab/%2541%3F.tf");
  EXPECT_EQ(uri_path("\u00e9.tf"), "%C3%A9.tf");
}

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
