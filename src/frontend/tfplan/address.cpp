#include "frontend/tfplan/address.h"

#include <algorithm>

namespace smtplint::tfplan {
namespace {

/// Behind all brackets at the beginning, which may hold quoted text.
std::size_t length_of_keys(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] == '[') {
    bool quoted = false;
    for (++at; at < text.size() && (quoted || text[at] != ']'); ++at) {
      if (quoted && text[at] == '\\') {
        ++at;
      } else if (text[at] == '"') {
        quoted = !quoted;
      }
    }
    at = std::min(at + 1, text.size());
  }
  return at;
}

void append(std::string& address, std::string_view name) {
  if (!address.empty()) address += '.';
  address += name;
}

}  // namespace

std::vector<AddressPart> parts_of(std::string_view address) {
  std::vector<AddressPart> parts;
  while (!address.empty()) {
    AddressPart part;
    part.name = address.substr(0, address.find_first_of(".["));
    address.remove_prefix(part.name.size());
    part.key = address.substr(0, length_of_keys(address));
    address.remove_prefix(part.key.size());
    if (address.starts_with('.')) address.remove_prefix(1);
    parts.push_back(part);
  }
  return parts;
}

Address parse_address(std::string_view address) {
  const std::vector<AddressPart> parts = parts_of(address);
  Address parsed;
  std::size_t at = 0;
  while (at + 1 < parts.size() && parts[at].name == "module") {
    append(parsed.module, "module.");
    parsed.module += std::string(parts[at + 1].name) + std::string(parts[at + 1].key);
    at += 2;
  }
  const std::size_t names = at < parts.size() && parts[at].name == "data" ? 3 : 2;
  for (std::size_t i = 0; i < names && at < parts.size(); ++i, ++at) {
    append(parsed.local, parts[at].name);
    parsed.key = parts[at].key;
    if (!parsed.key.empty()) {
      ++at;
      break;
    }
  }
  if (at < parts.size())
    parsed.path = address.substr(static_cast<std::size_t>(parts[at].name.data() - address.data()));
  return parsed;
}

std::string joined(std::string_view outer, std::string_view inner) {
  std::string whole(outer);
  if (!inner.empty()) append(whole, inner);
  return whole;
}

}  // namespace smtplint::tfplan
