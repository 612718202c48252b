#include "base/dotted_path.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

TEST(DottedPath, GivesItsNamesOneAfterTheOther) {
  std::string_view path = "services.web";
  EXPECT_EQ(take_first_name(path), "services");
  EXPECT_EQ(path, "web");
  EXPECT_EQ(take_first_name(path), "web");
  EXPECT_EQ(path, "");
  EXPECT_EQ(take_first_name(path), "");
}

}  // namespace
}  // namespace smtplint
