#include "generate/bicep/workshop.h"

namespace smtplint::generate::bicep {
namespace {

using Settings = std::vector<NamedSetting>;

std::string list(const Settings& settings, std::string_view indent) {
  std::string text = "[\n";
  for (const NamedSetting& one : settings) {
    text += std::string(indent) + "  {\n" + std::string(indent) + "    name: '" + one.name + "'\n" +
            std::string(indent) + "    value: " + one.expression + "\n" + std::string(indent) + "  }\n";
  }
  return text + std::string(indent) + "]\n";
}

/// A resource around its properties, alone or as one of a loop.
std::string resource(std::string_view label, bool instances, std::string_view type,
                     const std::string& inner) {
  const std::string name(label);
  const std::string body =
      "{\n  name: '" + name + (instances ? "-${item}" : "") + "'\n  location: 'westeurope'\n" + inner + "}";
  return "resource " + name + " '" + std::string(type) +
         "' = " + (instances ? "[for item in ['first']: " + body + "]" : body) + "\n\n";
}

std::string plan_and_network() {
  return R"(resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan'
  location: 'westeurope'
  sku: { name: 'P1v3', tier: 'PremiumV3' }
  properties: { reserved: true }
}

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: 'shop'
  location: 'westeurope'
  properties: { addressSpace: { addressPrefixes: ['10.1.0.0/16'] } }
}

resource apps 'Microsoft.Network/virtualNetworks/subnets@2023-11-01' = {
  parent: network
  name: 'apps'
  properties: { addressPrefix: '10.1.0.0/24' }
}

)";
}

std::string site(std::string_view label, bool instances, const Settings& settings, std::string_view kind) {
  return plan_and_network() +
         resource(label, instances, "Microsoft.Web/sites@2023-12-01",
                  "  kind: '" + std::string(kind) +
                      "'\n  properties: {\n    serverFarmId: plan.id\n"
                      "    virtualNetworkSubnetId: apps.id\n    vnetRouteAllEnabled: true\n"
                      "    siteConfig: {\n      appSettings: " +
                      list(settings, "      ") + "    }\n  }\n");
}

std::string web_app(std::string_view label, bool instances, const Settings& settings) {
  return site(label, instances, settings, "app,linux");
}

std::string function_app(std::string_view label, bool instances, const Settings& settings) {
  return site(label, instances, settings, "functionapp");
}

std::string container_group(std::string_view label, bool instances, const Settings& settings) {
  return resource(label, instances, "Microsoft.ContainerInstance/containerGroups@2023-05-01",
                  "  properties: {\n    osType: 'Linux'\n    containers: [\n      {\n        name: 'app'\n"
                  "        properties: {\n          image: 'shop:1'\n          environmentVariables: " +
                      list(settings, "          ") + "        }\n      }\n    ]\n  }\n");
}

std::string container_app(std::string_view label, bool instances, const Settings& settings) {
  return resource(label, instances, "Microsoft.App/containerApps@2024-03-01",
                  "  properties: {\n    template: {\n      containers: [\n        {\n          name: 'app'\n"
                  "          image: 'shop:1'\n          env: " +
                      list(settings, "          ") + "        }\n      ]\n    }\n  }\n");
}

constexpr std::array<Sender, 4> table = {{
    {"Microsoft.Web/sites", WorkloadKind::web_app, true, web_app},
    {"Microsoft.Web/sites", WorkloadKind::function_app, true, function_app},
    {"Microsoft.ContainerInstance/containerGroups", WorkloadKind::container_group, false, container_group},
    {"Microsoft.App/containerApps", WorkloadKind::container_app, false, container_app},
}};

}  // namespace

std::span<const Sender> senders() { return table; }

}  // namespace smtplint::generate::bicep
