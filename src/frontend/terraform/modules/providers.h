#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "frontend/terraform/modules/module_instance.h"

namespace smtplint::terraform {

/// Finds the provider block that manages a resource: its own `provider`, what the module was handed with
/// `providers`, or what it inherits.
class Providers {
 public:
  /// The address of the provider block, or empty where there is none.
  [[nodiscard]] const std::string& of(const ModuleInstance& module, const ResourceDeclaration& resource);

 private:
  [[nodiscard]] std::string resolve(const ModuleInstance& module, std::string_view name) const;

  std::map<std::pair<const ModuleInstance*, std::string>, std::string> resolved_;
};

/// `module.hub.provider.azurerm.west`
[[nodiscard]] std::string provider_address(const ModuleInstance& module, const ProviderDeclaration& provider);

}  // namespace smtplint::terraform
