#include "base/ip_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace smtplint {
namespace {

constexpr std::array<std::uint8_t, 12> mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::size_t longest_address = 64;

IpAddress unmapped(const IpAddress& address) {
  if (!std::equal(mapped_prefix.begin(), mapped_prefix.end(), address.bytes.begin())) return address;
  IpAddress result;
  std::copy_n(address.bytes.begin() + mapped_prefix.size(), 4, result.bytes.begin());
  return result;
}

}  // namespace

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  if (text.empty() || text.size() > longest_address || text.front() == '%') return std::nullopt;
  const std::string address(text.substr(0, text.find('%')));
  IpAddress result;
  if (address.size() == text.size() && inet_pton(AF_INET, address.c_str(), result.bytes.data()) == 1) {
    return result;
  }
  if (inet_pton(AF_INET6, address.c_str(), result.bytes.data()) != 1) return std::nullopt;
  result.size = 16;
  return unmapped(result);
}

std::string to_text(const IpAddress& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const int family = address.size == 4 ? AF_INET : AF_INET6;
  inet_ntop(family, address.bytes.data(), text.data(), text.size());
  return text.data();
}

bool IpRange::contains(const IpAddress& address) const {
  if (address.size != first.size) return false;
  const unsigned whole = prefix / 8;
  if (!std::equal(first.bytes.begin(), first.bytes.begin() + whole, address.bytes.begin())) return false;
  const unsigned rest = prefix % 8;
  if (rest == 0) return true;
  const unsigned mask = 0xffu << (8 - rest);
  return ((first.bytes[whole] ^ address.bytes[whole]) & mask) == 0;
}

std::optional<IpRange> parse_ip_range(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto first = parse_ip_address(text.substr(0, slash));
  if (!first) return std::nullopt;
  const unsigned bits = first->size * 8;
  if (slash == std::string_view::npos) return IpRange{*first, bits};
  const std::string_view digits = text.substr(slash + 1);
  unsigned prefix = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
  if (error != std::errc{} || end != digits.data() + digits.size() || prefix > bits) return std::nullopt;
  return IpRange{*first, prefix};
}

}  // namespace smtplint
