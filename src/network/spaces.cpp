#include "network/spaces.h"

#include <charconv>

#include "base/trimmed.h"

namespace smtplint::network {
namespace {

constexpr std::uint64_t mapped_ipv4 = 0xffff'0000'0000;
constexpr std::uint32_t last_port = 65535;

std::uint64_t eight_bytes(const std::uint8_t* bytes) {
  std::uint64_t number = 0;
  for (unsigned i = 0; i < 8; ++i) number = number << 8 | bytes[i];
  return number;
}

/// A number whose last `count` bits are set.
std::uint64_t low_bits(unsigned count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

std::optional<PortPoint> port_in(std::string_view text) {
  text = trimmed(text, " ");
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number <= last_port ? std::optional(PortPoint{number}) : std::nullopt;
}

}  // namespace

AddressPoint next(AddressPoint point) {
  return {point.high + (point.low == ~std::uint64_t{0} ? 1 : 0), point.low + 1};
}

AddressPoint previous(AddressPoint point) { return {point.high - (point.low == 0 ? 1 : 0), point.low - 1}; }

AddressPoint point_of(const IpAddress& address) {
  if (address.size == 16) return {eight_bytes(address.bytes.data()), eight_bytes(address.bytes.data() + 8)};
  std::uint64_t number = 0;
  for (unsigned i = 0; i < 4; ++i) number = number << 8 | address.bytes[i];
  return {0, mapped_ipv4 | number};
}

AddressSet set_of(const IpRange& range) {
  const unsigned free_bits = range.first.size * 8 - range.prefix;
  const AddressPoint mask{free_bits > 64 ? low_bits(free_bits - 64) : 0, low_bits(free_bits)};
  const AddressPoint inside = point_of(range.first);
  return {{inside.high & ~mask.high, inside.low & ~mask.low},
          {inside.high | mask.high, inside.low | mask.low}};
}

AddressSet set_of(const std::vector<IpRange>& ranges) {
  AddressSet all;
  for (const IpRange& range : ranges) all = all.united(set_of(range));
  return all;
}

AddressSet every_address() { return {{0, 0}, {~std::uint64_t{0}, ~std::uint64_t{0}}}; }

AddressSet every_ipv4_address() { return {{0, mapped_ipv4}, {0, mapped_ipv4 | 0xffff'ffff}}; }

PortSet every_port() { return {{0}, {last_port}}; }

PortSet one_port(std::uint16_t port) { return {{port}, {port}}; }

std::optional<AddressSet> addresses_in(std::string_view text) {
  text = trimmed(text, " ");
  if (const auto range = parse_ip_range(text)) return set_of(*range);
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = parse_ip_address(trimmed(text.substr(0, dash), " "));
  const auto last = parse_ip_address(trimmed(text.substr(dash + 1), " "));
  if (!first || !last || point_of(*last) < point_of(*first)) return std::nullopt;
  return AddressSet(point_of(*first), point_of(*last));
}

std::optional<PortSet> ports_in(std::string_view text) {
  text = trimmed(text, " ");
  if (text == "*") return every_port();
  const std::size_t dash = text.find('-');
  const auto first = port_in(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : port_in(text.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return PortSet(*first, *last);
}

}  // namespace smtplint::network
