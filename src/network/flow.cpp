#include "network/flow.h"

#include <algorithm>

#include "base/ip_address.h"
#include "base/letter_case.h"

namespace smtplint::network {

using knowledge::has_word;

AddressSet private_addresses(const knowledge::Catalogue& catalogue) {
  return set_of(catalogue.host_names().private_ranges);
}

AddressSet public_addresses(const knowledge::Catalogue& catalogue) {
  return every_address()
      .without(private_addresses(catalogue))
      .without(set_of(catalogue.host_names().local_ranges));
}

AddressSet addresses_of(const Destination& destination, const knowledge::Catalogue& catalogue) {
  if (destination.host) {
    if (const auto address = parse_ip_address(*destination.host)) {
      return AddressSet(point_of(*address), point_of(*address));
    }
  }
  switch (destination.scope) {
    case Scope::local:
    case Scope::private_network:
      return private_addresses(catalogue).common(every_ipv4_address());
    case Scope::relay:
    case Scope::recipient_mx:
    case Scope::public_host:
      return public_addresses(catalogue).common(every_ipv4_address());
    case Scope::unknown:
      break;
  }
  return every_ipv4_address();
}

Flow flow_to(const Destination& destination, const knowledge::Catalogue& catalogue) {
  Flow flow;
  flow.destination = addresses_of(destination, catalogue);
  flow.ports = destination.port ? one_port(*destination.port) : every_port();
  const auto first = static_cast<std::uint32_t>(catalogue.network_words().first_source_port);
  flow.source_ports = every_port().without(PortSet({0}, {first - 1}));
  flow.source = every_ipv4_address();
  if (destination.host && !parse_ip_address(*destination.host)) flow.host = destination.host;
  return flow;
}

AddressReader::AddressReader(const Flow& flow, const knowledge::Catalogue& catalogue)
    : words_(catalogue.network_words()),
      network_(flow.virtual_network),
      internet_(public_addresses(catalogue).without(flow.virtual_network.surely)) {}

AddressBounds AddressReader::of_destination(Value value) const {
  return bounds_of(value, every_address(), [this](std::string_view text) { return of_destination(text); });
}

AddressBounds AddressReader::of_source(Value value) const {
  return bounds_of(value, every_address(), [this](std::string_view text) { return of_source(text); });
}

AddressBounds AddressReader::of_destination(std::string_view text) const {
  return read(text, network_, internet_);
}

AddressBounds AddressReader::of_source(std::string_view text) const {
  return read(text, AddressBounds::exactly(every_address()), {});
}

AddressBounds AddressReader::read(std::string_view text, const AddressBounds& network,
                                  const AddressSet& internet) const {
  if (has_word(words_.everywhere, text)) return AddressBounds::exactly(every_address());
  if (has_word(words_.virtual_network, text)) return network;
  if (has_word(words_.internet, text)) return AddressBounds::exactly(internet);
  const auto fixed = std::ranges::find_if(words_.fixed_tags, [text](const knowledge::FixedTag& tag) {
    return equal_ignoring_case(tag.name, text);
  });
  if (fixed != words_.fixed_tags.end()) return AddressBounds::exactly(set_of(fixed->ranges));
  if (const auto addresses = addresses_in(text)) return AddressBounds::exactly(*addresses);
  return {{}, every_address()};
}

}  // namespace smtplint::network
