#include "base/ip_address.h"
#include "frontend/deployment/functions/computations.h"

namespace smtplint::deployment::functions {
namespace {

unsigned bits_of(const IpAddress& address) { return address.size * 8; }

/// The address with all bits behind a prefix set or cleared.
IpAddress filled(IpAddress address, unsigned prefix, bool set) {
  for (unsigned bit = prefix; bit < bits_of(address); ++bit) {
    const auto mask = static_cast<std::uint8_t>(0x80u >> bit % 8);
    std::uint8_t& byte = address.bytes[bit / 8];
    byte = static_cast<std::uint8_t>(set ? byte | mask : byte & ~mask);
  }
  return address;
}

/// The address that so many networks, each of `prefix`, lie behind another one.
IpAddress behind(IpAddress address, std::uint64_t count, unsigned prefix) {
  unsigned carry = 0;
  for (unsigned bit = prefix; bit > 0; --bit, count >>= 1u) {
    std::uint8_t& byte = address.bytes[(bit - 1) / 8];
    const unsigned shift = 7 - (bit - 1) % 8;
    const unsigned sum = (byte >> shift & 1u) + static_cast<unsigned>(count & 1u) + carry;
    byte = static_cast<std::uint8_t>((byte & ~(1u << shift)) | (sum & 1u) << shift);
    carry = sum >> 1u;
  }
  return address;
}

std::optional<IpRange> read_network(Call& call) {
  std::optional<IpRange> range = parse_ip_range(call.chars(0));
  if (range) range->first = filled(range->first, range->prefix, false);
  return range;
}

/// Does a number fit into so many bits?
bool fits(std::int64_t number, unsigned bits) {
  return number >= 0 && (bits > 62 || number < std::int64_t{1} << bits);
}

}  // namespace

Value cidr_subnet(Call& call) {
  const std::optional<IpRange> network = read_network(call);
  const std::int64_t prefix = call.integer(1), index = call.integer(2);
  if (!network || prefix < network->prefix || prefix > bits_of(network->first)) return call.refuse();
  const auto length = static_cast<unsigned>(prefix);
  if (!fits(index, length - network->prefix)) return call.refuse();
  const IpAddress first = behind(network->first, static_cast<std::uint64_t>(index), length);
  return call.string(to_text(first) + "/" + std::to_string(prefix));
}

/// The first usable address has the number 0.
Value cidr_host(Call& call) {
  const std::optional<IpRange> network = read_network(call);
  if (!network) return call.refuse();
  const unsigned bits = bits_of(network->first);
  const std::int64_t index = call.integer(1);
  if (index < 0 || !fits(index + 1, bits - network->prefix)) return call.refuse();
  return call.string(to_text(behind(network->first, static_cast<std::uint64_t>(index) + 1, bits)));
}

Value parse_cidr(Call& call) {
  const std::optional<IpRange> network = read_network(call);
  if (!network) return call.refuse();
  const bool old = network->first.size == 4;
  // What is usable of a network without hosts is not documented.
  if (old && network->prefix > 30) return call.unsupported();
  IpAddress mask;
  mask.size = network->first.size;
  mask = filled(filled(mask, 0, true), network->prefix, false);
  const IpAddress last = filled(network->first, network->prefix, true);
  const unsigned bits = bits_of(last);
  const auto entry = [&call](std::string_view key, const IpAddress& address) {
    return Entry{key, call.string(to_text(address)), {}};
  };
  std::vector<Entry> entries{entry("network", network->first), entry("netmask", mask)};
  if (old) entries.push_back(entry("broadcast", last));
  entries.push_back(entry("firstUsable", old ? behind(network->first, 1, bits) : network->first));
  entries.push_back(entry("lastUsable", old ? filled(last, bits - 1, false) : last));
  entries.push_back({"cidr", call.integer_result(network->prefix), {}});
  return call.object(entries);
}

}  // namespace smtplint::deployment::functions
