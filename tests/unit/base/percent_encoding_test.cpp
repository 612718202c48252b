#include "base/percent_encoding.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

TEST(PercentEncoding, OfPathsLeavesSlashes) {
  EXPECT_EQ(percent_encoded_path("infra/odd name#1.tf"), "infra/odd%20name%231.tf");
  EXPECT_EQ(percent_encoded_path("a:b/%41?.tf"), "a%3Ab/%2541%3F.tf");
  EXPECT_EQ(percent_encoded_path("\u00e9.tf"), "%C3%A9.tf");
}

TEST(PercentEncoding, DecodesWholeEscapesOnly) {
  EXPECT_EQ(percent_decoded("a%2Fb%2f%20"), "a/b/ ");
  EXPECT_EQ(percent_decoded("100%"), "100%");
  EXPECT_EQ(percent_decoded("%4"), "%4");
  EXPECT_EQ(percent_decoded("%4g%%41"), "%4g%A");
}

}  // namespace
}  // namespace smtplint
