#include "base/nearest.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace smtplint {
namespace {

TEST(EditDistance, CountsInsertsDropsChangesAndSwaps) {
  EXPECT_EQ(edit_distance("port", "port", 9), 0u);
  EXPECT_EQ(edit_distance("port", "Port", 9), 0u) << "without case";
  EXPECT_EQ(edit_distance("prot", "port", 9), 1u) << "a swap is one step";
  EXPECT_EQ(edit_distance("pot", "port", 9), 1u);
  EXPECT_EQ(edit_distance("portt", "port", 9), 1u);
  EXPECT_EQ(edit_distance("part", "port", 9), 1u);
  EXPECT_EQ(edit_distance("kitten", "sitting", 9), 3u);
  EXPECT_EQ(edit_distance("", "port", 9), 4u);
}

TEST(EditDistance, StopsAtItsBound) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), 2u);
  EXPECT_EQ(edit_distance(std::string(65, 'a'), "a", 5), 5u);
}

TEST(NearestName, FindsTheNearestOrNothing) {
  constexpr std::array<std::string_view, 4> names = {"subscription", "subscriptions", "severity", "csp"};
  EXPECT_EQ(nearest_name("subscripton", names), "subscription");
  EXPECT_EQ(nearest_name("severty", names), "severity");
  EXPECT_EQ(nearest_name("cps", names), "csp");
  EXPECT_EQ(nearest_name("banana", names), std::nullopt);
  EXPECT_EQ(nearest_name("", names), std::nullopt);
  EXPECT_EQ(nearest_name(std::string(70, 's'), names), std::nullopt);
}

}  // namespace
}  // namespace smtplint
