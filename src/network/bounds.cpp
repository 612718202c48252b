#include "network/bounds.h"

namespace smtplint::network {

PortBounds port_bounds(Value value) {
  return bounds_of(value, every_port(), [](std::string_view text) {
    const std::optional<PortSet> ports = ports_in(text);
    return ports ? PortBounds::exactly(*ports) : PortBounds{{}, every_port()};
  });
}

}  // namespace smtplint::network
