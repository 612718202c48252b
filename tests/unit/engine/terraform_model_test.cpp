#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/memory_file_system.h"
#include "base/source.h"
#include "frontend/terraform/terraform.h"
#include "knowledge/catalogue.h"
#include "lowering/lowering.h"
#include "model/model.h"
#include "model/show.h"

namespace smtplint::engine {
namespace {

/// The model of one Terraform file, with the settings that workloads run with.
std::string model_of(const std::string& text) {
  MemoryFileSystem files;
  files.add("main.tf", text);
  SourceStore sources;
  const knowledge::Limits& known = knowledge::Catalogue::built_in().limits();
  const terraform::Limits limits{known.file_bytes,       known.nesting,   known.parse_progress_per_kilobyte,
                                 known.evaluation_steps, known.expansion, known.text_bytes,
                                 known.module_depth};
  terraform::Project project(files, sources, {"main.tf"}, limits);
  const std::vector<terraform::Root> roots = project.roots();
  if (roots.empty()) return "no root";
  ValueStore store;
  const Shapes shapes = project.evaluate(roots[0], roots[0].environments.at(0), {}, store);
  const lowering::Lowered lowered =
      lowering::lower_resources(shapes, knowledge::Catalogue::built_in(), store);
  std::string shown = model::dump(lowered.model);
  for (const lowering::SettingsBlock& block : lowered.settings) {
    shown += "settings " + block.settings.owner + "\n";
    for (const Setting& setting : block.settings.values) {
      shown += "  " + setting.path + " = " + model::show(setting.value) + "\n";
    }
  }
  return shown;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

TEST(TerraformModel, FollowsAMachineThroughItsNetwork) {
  EXPECT_EQ(model_of(R"(
provider "azurerm" {
  alias           = "hub"
  subscription_id = "22222222-2222-2222-2222-222222222222"
  features {}
}
locals { rules = { smtp = 25, web = 443 } }
resource "azurerm_resource_group" "rg" {
  name     = "rg"
  location = "westeurope"
}
resource "azurerm_virtual_network" "v" {
  provider            = azurerm.hub
  name                = "net"
  resource_group_name = azurerm_resource_group.rg.name
  address_space       = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "s" {
  for_each             = toset(["a", "b"])
  name                 = each.key
  resource_group_name  = azurerm_resource_group.rg.name
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.1.0/24"]
}
resource "azurerm_network_security_group" "n" {
  name                = "nsg"
  resource_group_name = azurerm_resource_group.rg.name
  dynamic "security_rule" {
    for_each = local.rules
    content {
      name                   = security_rule.key
      direction              = "Outbound"
      destination_port_range = security_rule.value
    }
  }
}
resource "azurerm_subnet_network_security_group_association" "s" {
  for_each                  = azurerm_subnet.s
  subnet_id                 = each.value.id
  network_security_group_id = azurerm_network_security_group.n.id
}
resource "azurerm_network_interface" "i" {
  name = "nic"
  ip_configuration {
    name      = "one"
    subnet_id = azurerm_subnet.s["a"].id
  }
}
resource "azurerm_linux_virtual_machine" "m" {
  name                  = "m"
  network_interface_ids = [azurerm_network_interface.i.id]
}
)"),
            R"(subscription default
subscription provider.azurerm.hub id="22222222-2222-2222-2222-222222222222"
workload azurerm_linux_virtual_machine.m kind=virtual-machine judged-as=virtual-machine subscription=default interface=azurerm_network_interface.i
virtual-network azurerm_virtual_network.v subscription=provider.azurerm.hub name="net" address-space=["10.0.0.0/16"]
subnet azurerm_subnet.s["a"] network=azurerm_virtual_network.v name="a" prefixes=["10.0.1.0/24"] default-outbound=true security-group=azurerm_network_security_group.n
subnet azurerm_subnet.s["b"] network=azurerm_virtual_network.v name="b" prefixes=["10.0.1.0/24"] default-outbound=true security-group=azurerm_network_security_group.n
network-interface azurerm_network_interface.i ip-forwarding=false subnet=azurerm_subnet.s["a"]
security-group azurerm_network_security_group.n subscription=default
  rule smtp direction="Outbound" destination-ports=[25]
  rule web direction="Outbound" destination-ports=[443]
)");
}

/// The same app, once by each provider.
TEST(TerraformModel, IsTheSameByBothProviders) {
  std::string one = model_of(R"(
resource "azurerm_service_plan" "plan" {
  name     = "plan"
  sku_name = "P1v3"
}
resource "azurerm_linux_web_app" "site" {
  name            = "shop"
  service_plan_id = azurerm_service_plan.plan.id
  site_config { vnet_route_all_enabled = true }
  app_settings = { SMTP_HOST = "smtp.sendgrid.net", SMTP_PORT = "25" }
}
)");
  std::string other = model_of(R"(
resource "azapi_resource" "plan" {
  type = "Microsoft.Web/serverfarms@2023-12-01"
  name = "plan"
  body = { sku = { name = "P1v3" } }
}
resource "azapi_resource" "site" {
  type = "Microsoft.Web/sites@2023-12-01"
  name = "shop"
  body = jsonencode({
    kind       = "app,linux"
    properties = {
      serverFarmId        = azapi_resource.plan.id
      vnetRouteAllEnabled = true
      siteConfig = { appSettings = [
        { name = "SMTP_HOST", value = "smtp.sendgrid.net" },
        { name = "SMTP_PORT", value = "25" },
      ] }
    }
  })
}
)");
  replace_all(one, "azurerm_linux_web_app.site", "site");
  replace_all(other, "azapi_resource.site", "site");
  EXPECT_EQ(one, other);
  EXPECT_THAT(one, testing::HasSubstr("workload site kind=web-app"));
  EXPECT_THAT(one, testing::HasSubstr("plan-sku=\"P1v3\" can-integrate=yes route-all=true"));
  EXPECT_THAT(
      one, testing::HasSubstr("settings site\n  SMTP_HOST = \"smtp.sendgrid.net\"\n  SMTP_PORT = \"25\"\n"));
}

TEST(TerraformModel, SettingsDeployedApartReplaceThoseOfTheSite) {
  const std::string model = model_of(R"(
resource "azapi_resource" "site" {
  type = "Microsoft.Web/sites@2023-12-01"
  name = "shop"
  body = { properties = { siteConfig = { appSettings = [{ name = "SMTP_PORT", value = "25" }] } } }
}
resource "azapi_resource" "settings" {
  type      = "Microsoft.Web/sites/config@2023-12-01"
  name      = "appsettings"
  parent_id = azapi_resource.site.id
  body      = { properties = { SMTP_PORT = "587" } }
}
)");
  EXPECT_THAT(model, testing::HasSubstr("settings azapi_resource.site\n  SMTP_PORT = \"587\"\n"));
  EXPECT_THAT(model, testing::Not(testing::HasSubstr("\"25\"")));
}

TEST(TerraformModel, KeepsWhatUnresolvedModulesAreGiven) {
  const std::string model = model_of(R"(
module "shop" {
  source       = "git::https://example.org/shop.git"
  app_settings = { SMTP_PORT = "25" }
}
)");
  EXPECT_THAT(model, testing::HasSubstr("workload module.shop kind=unknown judged-as=unresolved-module"));
  EXPECT_THAT(model, testing::HasSubstr("settings module.shop\n  SMTP_PORT = \"25\"\n"));
}

TEST(TerraformModel, UndecidedCountLeavesTheAssociationOpen) {
  const std::string model = model_of(R"(
variable "guarded" {}
resource "azurerm_subnet" "s" {
  name                 = "s"
  virtual_network_name = "net"
}
resource "azurerm_network_security_group" "n" { name = "nsg" }
resource "azurerm_subnet_network_security_group_association" "s" {
  count                     = var.guarded ? 1 : 0
  subnet_id                 = azurerm_subnet.s.id
  network_security_group_id = azurerm_network_security_group.n.id
}
)");
  EXPECT_THAT(model, testing::HasSubstr("security-group=azurerm_network_security_group.n open=yes"));
}

}  // namespace
}  // namespace smtplint::engine
