#include "frontend/tfplan/address.h"

#include "resource/address.h"

namespace smtplint::tfplan {
namespace {

void append(std::string& address, std::string_view name) {
  if (!address.empty()) address += '.';
  address += name;
}

}  // namespace

Address parse_address(std::string_view address) {
  const std::vector<AddressPart> parts = address_parts(address);
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
