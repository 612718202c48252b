#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smtplint::tfplan {

/// One name of an address with the key behind it: `module`, `net["x"]`.
struct AddressPart {
  std::string_view name;
  std::string_view key;  ///< with its brackets; empty where there is none
};

/// `module.net["k"].type.name[0].id` at its points.
[[nodiscard]] std::vector<AddressPart> parts_of(std::string_view address);

/// The address of a resource or of something of it, or a reference of the configuration, taken apart.
struct Address {
  std::string module;     ///< `module.net["x"].module.inner`
  std::string local;      ///< `data.azurerm_subnet.a`, without key
  std::string_view key;   ///< `["k"]`
  std::string_view path;  ///< what follows: `id`, `ip_configuration[0].name`
};

[[nodiscard]] Address parse_address(std::string_view address);

/// `outer.inner`, also where one of them is empty.
[[nodiscard]] std::string joined(std::string_view outer, std::string_view inner);

}  // namespace smtplint::tfplan
