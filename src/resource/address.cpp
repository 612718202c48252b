#include "resource/address.h"

#include <algorithm>

namespace smtplint {
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

}  // namespace

std::vector<AddressPart> address_parts(std::string_view address) {
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

std::string without_keys(std::string_view address) {
  std::string bare;
  for (const AddressPart& part : address_parts(address)) {
    if (!bare.empty()) bare += '.';
    bare += part.name;
  }
  return bare;
}

}  // namespace smtplint
