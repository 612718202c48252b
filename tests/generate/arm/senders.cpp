#include "generate/arm/workshop.h"

namespace smtplint::generate::arm {
namespace {

using Settings = std::vector<NamedSetting>;

std::string list(const Settings& settings) {
  std::string text;
  for (const NamedSetting& one : settings) {
    text += std::string(text.empty() ? "" : ",\n") + "{\"name\": \"" + one.name +
            "\", \"value\": " + one.expression + "}";
  }
  return "[\n" + text + "\n]";
}

/// A resource around its properties, alone or as one of a loop.
std::string resource(std::string_view label, bool instances, std::string_view type, std::string_view version,
                     const std::string& inner) {
  const std::string name(label);
  return "{\"type\": \"" + std::string(type) + "\", \"apiVersion\": \"" + std::string(version) +
         "\", \"location\": \"westeurope\",\n\"name\": \"" +
         (instances
              ? "[concat('" + name + "-', copyIndex())]\",\n\"copy\": {\"name\": \"shops\", \"count\": 1}"
              : name + "\"") +
         ",\n" + inner + "},\n";
}

std::string plan_and_network() {
  return resource("plan", false, "Microsoft.Web/serverfarms", "2023-12-01",
                  R"("sku": {"name": "P1v3", "tier": "PremiumV3"}, "properties": {"reserved": true})") +
         resource("shop", false, "Microsoft.Network/virtualNetworks", "2023-11-01",
                  R"("properties": {"addressSpace": {"addressPrefixes": ["10.1.0.0/16"]}})") +
         resource("shop/apps", false, "Microsoft.Network/virtualNetworks/subnets", "2023-11-01",
                  R"("properties": {"addressPrefix": "10.1.0.0/24"})");
}

std::string site(std::string_view label, bool instances, const Settings& settings, std::string_view kind) {
  return plan_and_network() +
         resource(label, instances, "Microsoft.Web/sites", "2023-12-01",
                  "\"kind\": \"" + std::string(kind) +
                      "\", \"properties\": {\n"
                      "\"serverFarmId\": \"[resourceId('Microsoft.Web/serverfarms', 'plan')]\",\n"
                      "\"virtualNetworkSubnetId\": "
                      "\"[resourceId('Microsoft.Network/virtualNetworks/subnets', 'shop', 'apps')]\",\n"
                      "\"vnetRouteAllEnabled\": true,\n\"siteConfig\": {\"appSettings\": " +
                      list(settings) + "}}");
}

std::string web_app(std::string_view label, bool instances, const Settings& settings) {
  return site(label, instances, settings, "app,linux");
}

std::string function_app(std::string_view label, bool instances, const Settings& settings) {
  return site(label, instances, settings, "functionapp");
}

std::string container_group(std::string_view label, bool instances, const Settings& settings) {
  return resource(
      label, instances, "Microsoft.ContainerInstance/containerGroups", "2023-05-01",
      "\"properties\": {\"osType\": \"Linux\", \"containers\": [{\"name\": \"app\", \"properties\": "
      "{\"image\": \"shop:1\", \"environmentVariables\": " +
          list(settings) + "}}]}");
}

std::string container_app(std::string_view label, bool instances, const Settings& settings) {
  return resource(
      label, instances, "Microsoft.App/containerApps", "2024-03-01",
      "\"properties\": {\"template\": {\"containers\": [{\"name\": \"app\", \"image\": \"shop:1\", "
      "\"env\": " +
          list(settings) + "}]}}");
}

constexpr std::array<Sender, 4> table = {{
    {"Microsoft.Web/sites", WorkloadKind::web_app, true, web_app},
    {"Microsoft.Web/sites", WorkloadKind::function_app, true, function_app},
    {"Microsoft.ContainerInstance/containerGroups", WorkloadKind::container_group, false, container_group},
    {"Microsoft.App/containerApps", WorkloadKind::container_app, false, container_app},
}};

}  // namespace

std::span<const Sender> senders() { return table; }

}  // namespace smtplint::generate::arm
