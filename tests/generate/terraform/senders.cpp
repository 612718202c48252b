#include <array>

#include "generate/terraform/workshop.h"

namespace smtplint::generate::terraform {
namespace {

using Settings = std::vector<NamedSetting>;

std::string lines(const Settings& settings, std::string_view indent) {
  std::string text;
  for (const NamedSetting& one : settings)
    text += std::string(indent) + one.name + " = " + one.expression + "\n";
  return text;
}

std::string_view each(bool instances) { return instances ? "  for_each = { first = \"1\" }\n" : ""; }

std::string header(std::string_view type, std::string_view label, bool instances) {
  return "resource \"" + std::string(type) + "\" \"" + std::string(label) + "\" {\n" +
         std::string(each(instances)) + "  name                = \"" + std::string(label) +
         "\"\n  resource_group_name = \"shop\"\n  location            = \"westeurope\"\n";
}

std::string plan_and_network() {
  return R"(resource "azurerm_service_plan" "plan" {
  name                = "plan"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_subnet" "apps" {
  name                 = "apps"
  resource_group_name  = "shop"
  virtual_network_name = "shop"
  address_prefixes     = ["10.1.0.0/24"]
}

)";
}

std::string web_app(std::string_view label, bool instances, const Settings& settings) {
  return plan_and_network() + header("azurerm_linux_web_app", label, instances) +
         "  service_plan_id           = azurerm_service_plan.plan.id\n"
         "  virtual_network_subnet_id = azurerm_subnet.apps.id\n"
         "  site_config {\n    vnet_route_all_enabled = true\n  }\n  app_settings = {\n" +
         lines(settings, "    ") + "  }\n}\n\n";
}

std::string function_app(std::string_view label, bool instances, const Settings& settings) {
  return plan_and_network() + header("azurerm_windows_function_app", label, instances) +
         "  service_plan_id           = azurerm_service_plan.plan.id\n"
         "  storage_account_name      = \"shop\"\n"
         "  virtual_network_subnet_id = azurerm_subnet.apps.id\n"
         "  site_config {\n    vnet_route_all_enabled = true\n  }\n  app_settings = {\n" +
         lines(settings, "    ") + "  }\n}\n\n";
}

std::string container_group(std::string_view label, bool instances, const Settings& settings) {
  return header("azurerm_container_group", label, instances) +
         "  os_type             = \"Linux\"\n  container {\n    name   = \"app\"\n    image  = \"shop:1\"\n"
         "    cpu    = 1\n    memory = 1\n    environment_variables = {\n" +
         lines(settings, "      ") + "    }\n  }\n}\n\n";
}

std::string container_app(std::string_view label, bool instances, const Settings& settings) {
  std::string variables;
  for (const NamedSetting& one : settings) {
    variables += "      env {\n        name  = \"" + one.name + "\"\n        value = " + one.expression +
                 "\n      }\n";
  }
  return header("azurerm_container_app", label, instances) +
         "  container_app_environment_id = \"apps\"\n  revision_mode = \"Single\"\n  template {\n    "
         "container {\n"
         "      name   = \"app\"\n      image  = \"shop:1\"\n      cpu    = 0.5\n      memory = \"1Gi\"\n" +
         variables + "    }\n  }\n}\n\n";
}

/// Nothing of Azure: Terraform itself can plan it, which shows whether a project is written as it is meant.
std::string value_holder(std::string_view label, bool instances, const Settings& settings) {
  return "resource \"terraform_data\" \"" + std::string(label) + "\" {\n" + std::string(each(instances)) +
         "  input = {\n" + lines(settings, "    ") + "  }\n}\n\n";
}

constexpr std::array<Sender, 4> table = {{
    {"azurerm_linux_web_app", WorkloadKind::web_app, true, web_app},
    {"azurerm_windows_function_app", WorkloadKind::function_app, true, function_app},
    {"azurerm_container_group", WorkloadKind::container_group, false, container_group},
    {"azurerm_container_app", WorkloadKind::container_app, false, container_app},
}};

}  // namespace

std::span<const Sender> senders() { return table; }
const Sender& value_holder_sender() {
  static constexpr Sender holder{"terraform_data", WorkloadKind::unknown, false, value_holder};
  return holder;
}

}  // namespace smtplint::generate::terraform
