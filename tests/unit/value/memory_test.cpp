#include <gtest/gtest.h>

#include <string>

#include "value/store.h"

namespace smtplint {
namespace {

/// A plan of 200 MB makes more than half a million nodes.
TEST(ValueMemory, ANodeIsSmall) { EXPECT_LE(sizeof(ValueNode), 48u); }

TEST(ValueMemory, EqualNamesAreKeptOnce) {
  ValueStore store;
  const std::string_view first = store.keep_name(std::string("site_config"));
  EXPECT_EQ(first, "site_config");
  EXPECT_EQ(store.keep_name(std::string("site_config")).data(), first.data());
  EXPECT_NE(store.keep_name("site_configs").data(), first.data());
}

TEST(ValueMemory, WhatIsHeldCompactlyComesBackWhole) {
  ValueStore store;
  const Value inner = store.string("smtp");
  const Value list = store.sequence(ValueType::tuple, {inner, inner}, no_provenance,
                                    store.reason(ReasonKind::no_value, "more"));
  const Value object = store.mapping(ValueType::object, {{"list", list, {}}, {"one", inner, {}}});
  EXPECT_EQ(object.size(), 5u);
  EXPECT_EQ(object.rest(), nullptr);
  EXPECT_EQ(list.rest()->name, "more");
  EXPECT_FALSE(object.wholly_known());
}

}  // namespace
}  // namespace smtplint
