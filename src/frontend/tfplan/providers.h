#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/tfplan/index.h"
#include "frontend/tfplan/value_reader.h"
#include "resource/resource.h"

namespace smtplint::tfplan {

/// The address of the provider that a key of the configuration names (`module.net:azurerm.west`); empty where
/// there is none. Terraform may name it in a module that inherits it.
[[nodiscard]] std::string provider_address(const Index& index, std::string_view key);

/// The providers that the plan configures.
[[nodiscard]] std::vector<Resource> providers_of(const PlanFile& plan, const Links& links, ValueStore& store);

}  // namespace smtplint::tfplan
