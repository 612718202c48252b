#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smtplint {

/// One name of a Terraform address with the key behind it: `module`, `net["x"]`.
struct AddressPart {
  std::string_view name;
  std::string_view key;  ///< with its brackets; empty where there is none
};

/// `module.net["k"].type.name[0].id` at its points. Keys may hold points and brackets.
[[nodiscard]] std::vector<AddressPart> address_parts(std::string_view address);

/// `module.a["x"].r.s[0]` -> `module.a.r.s`
[[nodiscard]] std::string without_keys(std::string_view address);

}  // namespace smtplint
