#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smtplint {

/// An IPv4 or IPv6 address. IPv4 addresses written as IPv6 (`::ffff:10.0.0.1`) are IPv4 addresses.
struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};  ///< in network order; IPv4 uses the first four
  unsigned size = 4;                     ///< 4 or 16

  bool operator==(const IpAddress&) const = default;
};

/// `10.1.2.3`, `fe80::1`, `fe80::1%eth0`; nothing where the text is no address.
[[nodiscard]] std::optional<IpAddress> parse_ip_address(std::string_view text);

/// As it is written: `10.1.2.3`, `fe80::1`.
[[nodiscard]] std::string to_text(const IpAddress& address);

struct IpRange {
  IpAddress first;
  unsigned prefix = 32;  ///< bits

  [[nodiscard]] bool contains(const IpAddress& address) const;
  bool operator==(const IpRange&) const = default;
};

/// `10.0.0.0/8`, or one address; nothing where the text is neither.
[[nodiscard]] std::optional<IpRange> parse_ip_range(std::string_view text);

}  // namespace smtplint
