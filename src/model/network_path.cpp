#include "model/network_path.h"

namespace smtplint::model {

std::string_view to_string(HopKind kind) {
  switch (kind) {
    case HopKind::subnet:
      return "subnet";
    case HopKind::admin_rules:
      return "admin-rules";
    case HopKind::interface_security_group:
      return "interface-security-group";
    case HopKind::subnet_security_group:
      return "subnet-security-group";
    case HopKind::route:
      return "route";
    case HopKind::firewall:
      return "firewall";
    case HopKind::appliance:
      return "appliance";
    case HopKind::nat_gateway:
      return "nat-gateway";
    case HopKind::public_address:
      return "public-address";
    case HopKind::load_balancer:
      return "load-balancer";
    case HopKind::default_outbound:
      return "default-outbound";
    case HopKind::platform:
      return "platform";
    case HopKind::gateway:
      return "gateway";
    case HopKind::network:
      return "network";
    case HopKind::outlet:
      break;
  }
  return "outlet";
}

std::string_view to_string(Passage passage) {
  switch (passage) {
    case Passage::allow:
      return "allow";
    case Passage::deny:
      return "deny";
    case Passage::maybe:
      break;
  }
  return "maybe";
}

}  // namespace smtplint::model
