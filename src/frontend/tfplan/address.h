#pragma once

#include <string>
#include <string_view>

namespace smtplint::tfplan {

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
