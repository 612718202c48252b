#include <gmock/gmock.h>

#include "support/terraform_workspace.h"

namespace smtplint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(TerraformReferences, GiveWhatIsWrittenAndSymbolsForTheRest) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
resource "azurerm_subnet" "a" {
  name = "snet"
  ip_configuration {
    name = "first"
  }
}
resource "x" "y" {
  id      = azurerm_subnet.a.id
  name    = azurerm_subnet.a.name
  block   = azurerm_subnet.a.ip_configuration[0].name
  address = azurerm_subnet.a.ip_configuration[0].private_ip_address
  whole   = azurerm_subnet.a
  text    = "/x/${azurerm_subnet.a.id}"
  data    = data.azurerm_subnet.d.id
  splat   = azurerm_subnet.a[*].id
}
data "azurerm_subnet" "d" { name = "d" }
)");
  work.evaluate();
  EXPECT_EQ(shown(work.get("x.y", "id")), "azurerm_subnet.a.id");
  EXPECT_EQ(shown(work.get("x.y", "name")), "\"snet\"");
  EXPECT_EQ(shown(work.get("x.y", "block")), "\"first\"");
  EXPECT_EQ(shown(work.get("x.y", "address")), "azurerm_subnet.a.ip_configuration[0].private_ip_address");
  EXPECT_EQ(shown(work.get("x.y", "whole")), "azurerm_subnet.a.");
  EXPECT_EQ(shown(work.get("x.y", "data")), "data.azurerm_subnet.d.id");
  EXPECT_EQ(shown(work.get("x.y", "splat")), "[azurerm_subnet.a.id]");
  EXPECT_TRUE(work.get("x.y", "text").text().has_holes());
  EXPECT_NE(work.find("data.azurerm_subnet.d"), nullptr);
}

TEST(TerraformReferences, SurviveModulesAndOutputs) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
module "net" {
  source   = "./net"
  for_each = { hub = 1 }
}
locals { all = { nets = module.net } }
module "app" {
  source = "./app"
  nets   = local.all.nets
}
)");
  work.add("net/main.tf", R"(
resource "azurerm_subnet" "s" { for_each = toset(["a"]) }
output "subnets" { value = azurerm_subnet.s }
)");
  work.add("app/main.tf", R"(
variable "nets" {}
resource "x" "y" {
  subnet  = try(var.nets["hub"].subnets["a"].id, null)
  missing = try(var.nets["hub"].gone, "fallback")
  keys    = keys(var.nets.hub.subnets)
}
)");
  work.evaluate();
  EXPECT_EQ(shown(work.get("module.app.x.y", "subnet")), "module.net[\"hub\"].azurerm_subnet.s[\"a\"].id");
  EXPECT_EQ(shown(work.get("module.app.x.y", "missing")), "\"fallback\"");
  EXPECT_EQ(shown(work.get("module.app.x.y", "keys")), "[\"a\"]");
}

TEST(TerraformReferences, NameCycles) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
locals {
  a = local.b
  b = local.c
  c = local.a
}
resource "x" "y" {
  value = local.a
  self  = x.y.self
}
)");
  work.evaluate();
  const Value value = work.get("x.y", "value");
  ASSERT_TRUE(value.is_unknown());
  EXPECT_EQ(value.reason().kind, ReasonKind::evaluation_error);
  EXPECT_THAT(std::string(value.reason().name), HasSubstr("`local.a`, `local.b`, `local.c`"));
  EXPECT_TRUE(work.get("x.y", "self").is_unknown());
}

TEST(TerraformReferences, AreRefusedWhereNothingIsDeclared) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
resource "x" "y" {
  variable = var.gone
  local    = local.gone
  resource = azurerm_subnet.gone.id
  module   = module.gone.x
  each     = each.key
  cwd      = path.cwd
  space    = terraform.workspace
  folder   = path.module
}
)");
  work.evaluate();
  for (const char* name : {"variable", "local", "resource", "module", "each"}) {
    const Value value = work.get("x.y", name);
    ASSERT_TRUE(value.is_unknown()) << name;
    EXPECT_EQ(value.reason().kind, ReasonKind::evaluation_error) << name;
  }
  EXPECT_EQ(work.get("x.y", "space").reason().kind, ReasonKind::no_value);
  EXPECT_EQ(work.get("x.y", "cwd").reason().kind, ReasonKind::runtime_only);
  EXPECT_EQ(shown(work.get("x.y", "folder")), "\".\"");
}

TEST(TerraformReferences, KeepTheArgumentsOfModulesThatAreNotOnDisk) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
[[module "app"]] {
  source  = "Azure/avm-res-web-site/azurerm"
  version = "0.1.0"
  port    = 25
}
resource "x" "y" { id = module.app.resource_id }
)");
  Shapes& shapes = work.evaluate();
  const Resource& call = *work.find("module.app");
  EXPECT_EQ(call.type, "module");
  EXPECT_EQ(call.source, "Azure/avm-res-web-site/azurerm");
  EXPECT_EQ(shown(call.properties->get("port")), "25");
  EXPECT_THAT(call.properties->names(), ElementsAre("port"));
  const Value id = work.get("x.y", "id");
  ASSERT_TRUE(id.is_unknown());
  EXPECT_EQ(id.reason().kind, ReasonKind::remote_module);
  EXPECT_EQ(id.reason().name, "module.app.resource_id");
  ASSERT_EQ(shapes.events.size(), 1u);
  EXPECT_EQ(shapes.events[0].kind, EventKind::unresolved_module);
  EXPECT_EQ(shapes.events[0].place, work.mark("main.tf"));
}

TEST(TerraformReferences, FindModulesThatInitHasFetched) {
  TerraformWorkspace work;
  work.add("main.tf", "module \"app\" { source = \"Azure/x/azurerm\" }\n");
  work.files().add(".terraform/modules/modules.json",
                   R"({"Modules":[{"Key":"app","Source":"registry/Azure/x","Dir":".terraform/modules/app"},
                       {"Key":"app.sub","Source":"y","Dir":".terraform/modules/app.sub/deep"}]})");
  work.files().add(".terraform/modules/app/main.tf", "module \"sub\" { source = \"y\" }\n");
  work.files().add(".terraform/modules/app.sub/deep/main.tf", "resource \"a\" \"b\" { port = 25 }\n");
  work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("module.app.module.sub.a.b"));
  EXPECT_EQ(shown(work.get("module.app.module.sub.a.b", "port")), "25");
}

TEST(TerraformReferences, FindTheProviderThatManagesAResource) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
provider "azurerm" {
  features {}
  subscription_id = "s1"
}
provider "azurerm" {
  alias           = "hub"
  subscription_id = "s2"
}
resource "azurerm_a" "own" {}
resource "azurerm_a" "hub" { provider = azurerm.hub }
module "m" {
  source    = "./m"
  providers = { azurerm = azurerm.hub }
}
module "n" { source = "./m" }
)");
  work.add("m/main.tf", "resource \"azurerm_a\" \"x\" {}\nresource \"random_id\" \"r\" {}\n");
  work.evaluate();
  EXPECT_EQ(work.find("azurerm_a.own")->provider, "provider.azurerm");
  EXPECT_EQ(work.find("azurerm_a.hub")->provider, "provider.azurerm.hub");
  EXPECT_EQ(work.find("module.m.azurerm_a.x")->provider, "provider.azurerm.hub");
  EXPECT_EQ(work.find("module.n.azurerm_a.x")->provider, "provider.azurerm");
  EXPECT_EQ(work.find("module.n.random_id.r")->provider, "");
  const Resource& hub = *work.find("provider.azurerm.hub");
  EXPECT_EQ(hub.type, "provider.azurerm");
  EXPECT_EQ(hub.name, "hub");
  EXPECT_EQ(shown(hub.properties->get("subscription_id")), "\"s2\"");
}

}  // namespace
}  // namespace smtplint
