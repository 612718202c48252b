#pragma once

#include <optional>
#include <string>

#include "network/security_groups.h"

namespace smtplint::network {

/// What the rules of network managers do with a flow before any security group is asked. Several may be
/// possible.
struct AdminFiltering {
  bool may_deny = false;
  bool may_always_allow = false;  ///< no security group is asked
  bool may_go_on = false;         ///< the security groups decide
  Filtering rules;
  std::string thing;     ///< the collection of what decides, else the first
  Place place;           ///< of that collection
  bool deployed = true;  ///< false where something that may decide is not seen to be in effect
};

/// The rules for the virtual network of a subnet; nothing where there are none.
[[nodiscard]] std::optional<AdminFiltering> admin_filter(const model::Model& model,
                                                         const model::Subnet& subnet, const Flow& flow,
                                                         const knowledge::Catalogue& catalogue);

}  // namespace smtplint::network
