#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/ip_address.h"
#include "frontend/terraform/functions/computations.h"

namespace smtplint::terraform::functions {
namespace {

__extension__ using Bits = unsigned __int128;

/// A prefix as Terraform computes with it: the number of its first address.
struct Network {
  Bits first = 0;
  unsigned size = 32;    ///< bits of an address
  unsigned prefix = 32;  ///< bits that are fixed

  [[nodiscard]] unsigned host_bits() const { return size - prefix; }
};

Bits ones(unsigned bits) { return bits >= 128 ? ~Bits{0} : (Bits{1} << bits) - 1; }

/// Terraform takes leading zeros for decimal: `010.0.0.1` is `10.0.0.1`.
std::string without_leading_zeros(std::string_view address) {
  if (address.find(':') != std::string_view::npos) return std::string(address);
  std::string text;
  bool start = true;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool digit_follows = i + 1 < address.size() && address[i + 1] != '.';
    if (start && address[i] == '0' && digit_follows) continue;
    start = address[i] == '.';
    text += address[i];
  }
  return text;
}

Bits bits_of(const IpAddress& address) {
  Bits bits = 0;
  for (unsigned i = 0; i < address.size; ++i) bits = bits << 8u | address.bytes[i];
  return bits;
}

/// IPv4 written as IPv6: Terraform counts its bits in a way of its own.
bool is_mapped(std::string_view text) {
  const std::optional<IpAddress> address = parse_ip_address(text.substr(0, text.find('/')));
  return address && address->size == 4 && text.find(':') != std::string_view::npos;
}

std::optional<Network> read_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::optional<IpAddress> address = parse_ip_address(without_leading_zeros(text.substr(0, slash)));
  const std::string_view digits = text.substr(slash + 1);
  unsigned prefix = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
  if (!address || error != std::errc{} || end != digits.data() + digits.size() || digits.size() > 3)
    return std::nullopt;
  const unsigned size = address->size * 8;
  if (prefix > size) return std::nullopt;
  return Network{bits_of(*address) & ~ones(size - prefix), size, prefix};
}

/// A whole number of at most 128 bits, without its sign.
std::optional<Bits> magnitude(const Number& number) {
  std::string text = to_text(number);
  if (text.starts_with('-')) text.erase(0, 1);
  Bits bits = 0;
  constexpr std::size_t most_digits = 38;
  if (text.size() > most_digits) return std::nullopt;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    bits = bits * 10 + static_cast<unsigned>(digit - '0');
  }
  return bits;
}

std::string ipv4_text(Bits bits) {
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) {
    text += std::to_string(static_cast<unsigned>(bits >> static_cast<unsigned>(shift)) & 0xffu);
    if (shift > 0) text += '.';
  }
  return text;
}

std::string hex(unsigned number) {
  std::array<char, 8> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16);
  static_cast<void>(error);
  return {digits.data(), end};
}

/// With the first longest run of at least two zero groups shortened.
std::string ipv6_text(Bits bits) {
  std::array<unsigned, 8> groups{};
  for (unsigned i = 0; i < 8; ++i) groups[i] = static_cast<unsigned>(bits >> (112u - 16u * i)) & 0xffffu;
  std::size_t best = groups.size(), best_length = 1;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::size_t end = i;
    while (end < groups.size() && groups[end] == 0) ++end;
    if (end - i > best_length) {
      best = i;
      best_length = end - i;
    }
  }
  std::string text;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == best) {
      text += "::";
      i += best_length - 1;
      continue;
    }
    if (!text.empty() && !text.ends_with(':')) text += ':';
    text += hex(groups[i]);
  }
  return text;
}

std::string address_text(Bits bits, unsigned size) { return size == 32 ? ipv4_text(bits) : ipv6_text(bits); }

std::string network_text(const Network& network) {
  return address_text(network.first, network.size) + "/" + std::to_string(network.prefix);
}

Bits last_of(const Network& network) { return network.first | ones(network.host_bits()); }

/// The first free prefix of a length behind `next`; nothing where it does not fit.
std::optional<Network> allocate(const Network& within, Bits& next, bool& full, unsigned prefix) {
  const Bits mask = ones(within.size - prefix);
  const Bits aligned = (next + mask) & ~mask;
  if (full || aligned < next || aligned > last_of(within) || mask > last_of(within) - aligned)
    return std::nullopt;
  const Network made{aligned, within.size, prefix};
  full = last_of(made) == last_of(within);
  next = last_of(made) + 1;
  return made;
}

}  // namespace

Value cidr_host(Call& call) {
  if (is_mapped(call.chars(0))) return call.unknown(ReasonKind::unsupported_function);
  const std::optional<Network> network = read_network(call.chars(0));
  const std::optional<Bits> number = magnitude(call.arguments[1].number());
  if (!network || !number) return call.refuse();
  const bool from_end = sign(call.arguments[1].number()) < 0;
  const Bits largest = ones(network->host_bits());
  const Bits distance = from_end ? *number - 1 : *number;
  if (distance > largest) return call.refuse();
  return call.string(
      address_text(network->first | (from_end ? largest - distance : distance), network->size));
}

Value cidr_netmask(Call& call) {
  if (is_mapped(call.chars(0))) return call.unknown(ReasonKind::unsupported_function);
  const std::optional<Network> network = read_network(call.chars(0));
  if (!network || network->size != 32) return call.refuse();
  return call.string(ipv4_text(ones(32) & ~ones(network->host_bits())));
}

Value cidr_subnet(Call& call) {
  if (is_mapped(call.chars(0))) return call.unknown(ReasonKind::unsupported_function);
  const std::optional<Network> network = read_network(call.chars(0));
  const std::optional<Bits> number = magnitude(call.arguments[2].number());
  if (!network || !number) return call.refuse();
  const bool strange = call.integer(1) < 0 || sign(call.arguments[2].number()) < 0;
  if (strange) return call.unknown(ReasonKind::unsupported_function);
  if (call.integer(1) > static_cast<std::int64_t>(network->host_bits())) return call.refuse();
  const auto added = static_cast<unsigned>(call.integer(1));
  if (*number > ones(added)) return call.refuse();
  const unsigned prefix = network->prefix + added;
  const Bits shifted = *number == 0 ? 0 : *number << (network->size - prefix);
  return call.string(network_text({network->first | shifted, network->size, prefix}));
}

Value cidr_subnets(Call& call) {
  if (is_mapped(call.chars(0))) return call.unknown(ReasonKind::unsupported_function);
  const std::optional<Network> network = read_network(call.chars(0));
  if (!network) return call.refuse();
  if (network->first == 0)
    return call.unknown(ReasonKind::unsupported_function);  // Terraform counts below zero
  constexpr std::int64_t most_new_bits = 32;
  std::vector<Value> subnets;
  Bits next = network->first;
  bool full = false;
  for (std::size_t i = 1; i < call.arguments.size(); ++i) {
    const std::int64_t added = call.integer(i);
    const bool fits =
        added >= 1 && added <= most_new_bits && added <= static_cast<std::int64_t>(network->host_bits());
    if (!fits) return call.refuse();
    const auto made = allocate(*network, next, full, network->prefix + static_cast<unsigned>(added));
    if (!made) return call.refuse();
    subnets.push_back(call.string(network_text(*made)));
  }
  return call.sequence(ValueType::list, subnets);
}

Value cidr_contains(Call& call) {
  const std::optional<Network> outer = read_network(call.chars(0));
  std::string inner_text(call.chars(1));
  if (inner_text.find('/') == std::string::npos) {
    inner_text += inner_text.find(':') == std::string::npos ? "/32" : "/128";
  }
  const std::optional<Network> inner = read_network(inner_text);
  if (!outer || !inner || outer->size != inner->size) return call.refuse();
  return call.boolean(inner->first >= outer->first && last_of(*inner) <= last_of(*outer));
}

}  // namespace smtplint::terraform::functions
