#include "base/ip_address.h"
#include "frontend/deployment/functions/computations.h"

/// IPv4; prefixes of IPv6 are said to be unknown.
namespace smtplint::deployment::functions {
namespace {

struct Network {
  std::uint32_t first = 0;
  unsigned prefix = 32;
};

std::uint32_t mask_of(unsigned prefix) { return prefix == 0 ? 0 : ~std::uint32_t{0} << (32 - prefix); }

std::optional<Network> read_network(std::string_view text) {
  const std::optional<IpRange> range = parse_ip_range(text);
  if (!range || range->first.size != 4) return std::nullopt;
  std::uint32_t first = 0;
  for (unsigned i = 0; i < 4; ++i) first = first << 8u | range->first.bytes[i];
  return Network{first & mask_of(range->prefix), range->prefix};
}

std::string address_text(std::uint32_t address) {
  std::string text;
  for (unsigned shift = 32; shift > 0; shift -= 8) {
    text += std::to_string(address >> (shift - 8) & 0xffu);
    if (shift > 8) text += '.';
  }
  return text;
}

/// A text that is no IPv4 prefix is either one of IPv6 or none.
Value not_read(Call& call) { return parse_ip_range(call.chars(0)) ? call.unsupported() : call.refuse(); }

}  // namespace

Value cidr_subnet(Call& call) {
  const std::optional<Network> network = read_network(call.chars(0));
  if (!network) return not_read(call);
  const std::int64_t prefix = call.integer(1), index = call.integer(2);
  if (prefix < network->prefix || prefix > 32 || index < 0) return call.refuse();
  const auto added = static_cast<unsigned>(prefix) - network->prefix;
  if (index >= std::int64_t{1} << added) return call.refuse();
  const std::uint64_t distance = static_cast<std::uint64_t>(index) << (32u - static_cast<unsigned>(prefix));
  return call.string(address_text(network->first + static_cast<std::uint32_t>(distance)) + "/" +
                     std::to_string(prefix));
}

/// The first usable address has the number 0.
Value cidr_host(Call& call) {
  const std::optional<Network> network = read_network(call.chars(0));
  if (!network) return not_read(call);
  const std::int64_t number = call.integer(1) + 1;
  if (number < 1 || number >= std::int64_t{1} << (32u - network->prefix)) return call.refuse();
  return call.string(address_text(network->first + static_cast<std::uint32_t>(number)));
}

}  // namespace smtplint::deployment::functions
