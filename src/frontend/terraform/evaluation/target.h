#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "frontend/terraform/modules/module_instance.h"
#include "value/value.h"

namespace smtplint::terraform {

/// How far a traversal has come: `module`, `module.net`, `module.net.subnet_id`.
struct Target {
  enum class Kind : std::uint8_t {
    value,
    variables,
    locals,
    modules,     ///< `module`
    module_set,  ///< `module.net`
    module_instance,
    resource_types,  ///< `data`, `resource`
    resources,       ///< `azurerm_subnet`
    resource_set,    ///< `azurerm_subnet.a`
    resource_instance,
    paths,
    settings,  ///< `terraform`
    each,
    count,
  };

  Kind kind = Kind::value;
  Value value;
  Mode mode = Mode::managed;
  std::string_view type;             ///< of `resources`
  ModuleSet* modules = nullptr;      ///< of `module_set`
  ModuleInstance* module = nullptr;  ///< of `module_instance`
  ResourceSet* resource_set = nullptr;
  Instance* instance = nullptr;  ///< of `resource_instance`; of a value: whose block it is in
  std::string path;              ///< of a value inside a block: `ip_configuration[0]`
};

[[nodiscard]] inline Target with_value(Value value) {
  Target target;
  target.value = value;
  return target;
}

/// The whole reference that a traversal belongs to: it is one step in the provenance.
struct Use {
  Place place;
  std::string_view text;
};

}  // namespace smtplint::terraform
