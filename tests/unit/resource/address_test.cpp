// Addresses of Terraform, taken apart and without their keys.
#include "resource/address.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

TEST(Address, WithoutKeysIsTheSameForAllInstances) {
  EXPECT_EQ(without_keys("azurerm_subnet.a"), "azurerm_subnet.a");
  EXPECT_EQ(without_keys("module.a[\"x\"].azurerm_subnet.s[0]"), "module.a.azurerm_subnet.s");
  EXPECT_EQ(without_keys("module.a[\"x\"].azurerm_subnet.s[0].id"), "module.a.azurerm_subnet.s.id");
  EXPECT_EQ(without_keys(""), "");
}

TEST(Address, KeysMayHoldWhatSeparatesElsewhere) {
  EXPECT_EQ(without_keys(R"(module.a["x]"].b.c)"), "module.a.b.c");
  EXPECT_EQ(without_keys(R"(module.a["x.y"].b.c)"), "module.a.b.c");
  EXPECT_EQ(without_keys(R"(module.a["say \"]\""].b.c)"), "module.a.b.c");
}

TEST(Address, PartsKeepTheirKeys) {
  const auto parts = address_parts(R"(module.net["a.b"].thing.x[0])");
  ASSERT_EQ(parts.size(), 4u);
  EXPECT_EQ(parts[1].name, "net");
  EXPECT_EQ(parts[1].key, R"(["a.b"])");
  EXPECT_EQ(parts[3].key, "[0]");
}

TEST(Address, AKeyWithoutEndIsReadToTheEndOfTheText) {
  EXPECT_EQ(without_keys("a.b[\"x"), "a.b");
  EXPECT_EQ(without_keys("a.b["), "a.b");
}

}  // namespace
}  // namespace smtplint
