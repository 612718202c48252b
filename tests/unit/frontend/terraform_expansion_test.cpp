#include <gmock/gmock.h>

#include "support/terraform_workspace.h"

namespace smtplint {
namespace {

using testing::ElementsAre;

TEST(TerraformExpansion, CountsAndKeysInstances) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
resource "a" "none" { count = 0 }
resource "a" "two" {
  count = 1 + 1
  name  = "web-${count.index}"
}
resource "a" "set" {
  for_each = toset(["y", "x"])
  name     = each.value
}
resource "a" "map" {
  for_each = { b = 25, "a.b" = 587 }
  name     = each.key
  port     = each.value
}
)");
  work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("a.two[0]", "a.two[1]", "a.set[\"x\"]", "a.set[\"y\"]",
                                            "a.map[\"a.b\"]", "a.map[\"b\"]"));
  EXPECT_EQ(shown(work.get("a.two[1]", "name")), "\"web-1\"");
  EXPECT_EQ(shown(work.get("a.set[\"x\"]", "name")), "\"x\"");
  EXPECT_EQ(shown(work.get("a.map[\"b\"]", "port")), "25");
  EXPECT_EQ(work.find("a.map[\"b\"]")->existence.truth, Truth::yes);
}

TEST(TerraformExpansion, KeepsOneInstanceWhereTheKeysAreNotKnown) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "apps" {}
variable "instances" {}
resource "a" "each" {
  for_each = var.apps
  name     = each.key
  port     = 25
}
resource "a" "counted" { count = var.instances }
resource "b" "user" { target = a.each["shop"].id }
)");
  work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("a.each[\"?\"]", "a.counted[\"?\"]", "b.user"));
  const Resource& each = *work.find("a.each[\"?\"]");
  EXPECT_EQ(each.existence.truth, Truth::unknown);
  EXPECT_EQ(each.existence.condition, "var.apps");
  EXPECT_EQ(work.text_at(each.existence.place), "var.apps");
  EXPECT_EQ(shown(work.get("a.each[\"?\"]", "name")), "?var.apps");
  EXPECT_EQ(shown(work.get("a.each[\"?\"]", "port")), "25");
  EXPECT_EQ(shown(work.get("b.user", "target")), "a.each[\"?\"].id");
}

TEST(TerraformExpansion, KnowsTheKeyOfAnInstanceThatMayNotExist) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "enabled" {}
resource "a" "some" { count = var.enabled ? 1 : 0 }
resource "a" "other" { count = var.enabled ? 0 : 1 }
resource "a" "each" {
  for_each = var.enabled ? { x = 1, y = 2 } : { y = 3 }
  port     = each.value
}
)");
  work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("a.some[0]", "a.other[0]", "a.each[\"x\"]", "a.each[\"y\"]"));
  EXPECT_EQ(work.find("a.some[0]")->existence.truth, Truth::unknown);
  EXPECT_EQ(work.find("a.some[0]")->existence.condition, "var.enabled");
  EXPECT_EQ(work.find("a.other[0]")->existence.condition, "!(var.enabled)");
  EXPECT_EQ(work.find("a.each[\"x\"]")->existence.truth, Truth::unknown);
  EXPECT_EQ(work.find("a.each[\"y\"]")->existence.truth, Truth::yes);
  EXPECT_EQ(shown(work.get("a.each[\"y\"]", "port")), "(2, 3)");
}

TEST(TerraformExpansion, MakesModulesAndCarriesTheirExistence) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "on" {}
module "m" {
  source   = "./m"
  for_each = { a = 25 }
  port     = each.value
}
module "maybe" {
  source = "./m"
  count  = var.on ? 1 : 0
  port   = 587
}
output "x" { value = module.m["a"].port }
resource "x" "y" {
  one = module.m["a"].port
  all = [for k, v in module.m : "${k}=${v.port}"]
  may = module.maybe[0].port
  len = length(module.m)
}
)");
  work.add("m/main.tf", R"(
variable "port" {}
resource "a" "b" { port = var.port }
output "port" { value = a.b.port }
)");
  work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("x.y", "module.m[\"a\"].a.b", "module.maybe[0].a.b"));
  const Resource& inner = *work.find("module.m[\"a\"].a.b");
  EXPECT_EQ(inner.module_path, "module.m[\"a\"]");
  EXPECT_EQ(inner.existence.truth, Truth::yes);
  EXPECT_EQ(work.find("module.maybe[0].a.b")->existence.condition, "var.on");
  EXPECT_EQ(shown(work.get("x.y", "one")), "25");
  EXPECT_EQ(shown(work.get("x.y", "all")), "[\"a=25\"]");
  EXPECT_EQ(shown(work.get("x.y", "may")), "587");
  EXPECT_EQ(shown(work.get("x.y", "len")), "1");
}

TEST(TerraformExpansion, RefusesWhatTerraformRefuses) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
resource "a" "negative" { count = -1 }
resource "a" "list" { for_each = ["a"] }
)");
  work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("a.negative[\"?\"]", "a.list[\"?\"]"));
  EXPECT_EQ(work.find("a.list[\"?\"]")->existence.truth, Truth::unknown);
}

TEST(TerraformExpansion, StopsAtItsLimitAndSaysSo) {
  TerraformWorkspace work;
  work.add("main.tf", "resource \"a\" \"b\" { count = [[1e9]] }\n");
  work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("a.b[\"?\"]"));
  ASSERT_EQ(work.shapes().events.size(), 1u);
  EXPECT_EQ(work.shapes().events[0].kind, EventKind::limit_reached);
  EXPECT_EQ(work.shapes().events[0].detail, "expansion");
  EXPECT_EQ(work.shapes().events[0].place, work.mark("main.tf"));
}

TEST(TerraformExpansion, StopsAtModulesThatCallEachOther) {
  TerraformWorkspace work;
  work.add("main.tf", "module \"a\" { source = \"./a\" }\n");
  work.add("a/main.tf", "module \"b\" { source = [[\"../b\"]] }\nresource \"x\" \"a\" {}\n");
  work.add("b/main.tf", "module \"a\" { source = [[\"../a\"]] }\nresource \"x\" \"b\" {}\n");
  work.evaluate();
  EXPECT_THAT(work.addresses(),
              ElementsAre("module.a.x.a", "module.a.module.b.x.b", "module.a.module.b.module.a"));
  ASSERT_EQ(work.shapes().events.size(), 2u);
  EXPECT_EQ(work.shapes().events[0].detail, "modules call one another in a circle: `a` -> `b` -> `a`");
  EXPECT_EQ(work.shapes().events[0].place, work.mark("b/main.tf"));
  EXPECT_EQ(work.shapes().events[1].place, work.mark("a/main.tf"));
}

TEST(TerraformExpansion, BoundsTheLengthOfAChainOfLocals) {
  TerraformWorkspace work;
  std::string text = "locals {\n  l0 = 25\n";
  for (int i = 1; i < 5000; ++i)
    text += "  l" + std::to_string(i) + " = (local.l" + std::to_string(i - 1) + ")\n";
  work.add("main.tf", text + "}\nresource \"x\" \"y\" { port = local.l4999 }\n");
  Shapes& shapes = work.evaluate();
  EXPECT_TRUE(shapes.events.empty());
  EXPECT_EQ(work.get("x.y", "port").reason().kind, ReasonKind::limit);
  ASSERT_EQ(shapes.later->met().events.size(), 1u);
  EXPECT_EQ(shapes.later->met().events[0].detail, "nesting");
}

TEST(TerraformExpansion, BoundsTheNumberOfAllInstances) {
  TerraformWorkspace work;
  work.limits.evaluation_steps = 100'000;
  work.add("main.tf", "module \"a\" {\n source = \"./a\"\n count = 900\n}\n");
  work.add("a/main.tf", "resource \"x\" \"a\" { count = 900 }\n");
  work.evaluate();
  EXPECT_LT(work.shapes().resources.size(), 3000u);
  ASSERT_FALSE(work.shapes().events.empty());
  EXPECT_EQ(work.shapes().events[0].detail, "evaluation-steps");
}

}  // namespace
}  // namespace smtplint
