#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ip_address.h"
#include "network/interval_set.h"

namespace smtplint::network {

/// An address as a number of 128 bits; IPv4 addresses are those of `::ffff:0:0/96`.
struct AddressPoint {
  std::uint64_t high = 0, low = 0;
  auto operator<=>(const AddressPoint&) const = default;
};
[[nodiscard]] AddressPoint next(AddressPoint point);
[[nodiscard]] AddressPoint previous(AddressPoint point);
[[nodiscard]] AddressPoint point_of(const IpAddress& address);

struct PortPoint {
  std::uint32_t number = 0;
  auto operator<=>(const PortPoint&) const = default;
};
[[nodiscard]] constexpr PortPoint next(PortPoint port) { return {port.number + 1}; }
[[nodiscard]] constexpr PortPoint previous(PortPoint port) { return {port.number - 1}; }

using AddressSet = IntervalSet<AddressPoint>;
using PortSet = IntervalSet<PortPoint>;

[[nodiscard]] AddressSet set_of(const IpRange& range);
[[nodiscard]] AddressSet set_of(const std::vector<IpRange>& ranges);
[[nodiscard]] AddressSet every_address();
[[nodiscard]] AddressSet every_ipv4_address();
[[nodiscard]] PortSet every_port();
[[nodiscard]] PortSet one_port(std::uint16_t port);

/// `10.0.0.0/8`, `10.0.0.4`, `10.0.0.4-10.0.0.9`; nothing where the text is none of these.
[[nodiscard]] std::optional<AddressSet> addresses_in(std::string_view text);
/// `25`, `20-30`, `*`; nothing where the text is none of these.
[[nodiscard]] std::optional<PortSet> ports_in(std::string_view text);

}  // namespace smtplint::network
