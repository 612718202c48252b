#include "lowering/mail/own_networks.h"

#include "base/letter_case.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

/// A shorter prefix is a way for everything rather than the address space of a network.
constexpr unsigned shortest_prefix = 8;

void add_range(OwnNames& own, Value written) {
  const auto text = known_text(written);
  const auto range = text ? parse_ip_range(*text) : std::nullopt;
  if (range && range->prefix >= shortest_prefix) own.private_ranges.push_back(*range);
}

void add_ranges(OwnNames& own, Value written) {
  if (!written.is_sequence()) return add_range(own, written);
  for (const Value one : written.items()) add_range(own, one);
}

void add_zone(OwnNames& own, const model::PrivateZone& zone) {
  const auto name = known_text(zone.name);
  // Azure has no private zone of one label; taken at its word, it would make a whole top level domain
  // private.
  if (!name || name->find('.') == std::string::npos) return;
  auto& domains = zone.existence.truth == Truth::yes ? own.private_domains : own.perhaps_private_domains;
  domains.push_back(lower_case(*name));
}

bool leads_to_gateway(const model::Route& route, const knowledge::NetworkWords& words) {
  const auto hop = known_text(route.next_hop_type);
  return hop && knowledge::has_word(words.hop_gateway, *hop);
}

}  // namespace

OwnNames with_networks_of(const model::Model& model, OwnNames own, const knowledge::NetworkWords& words) {
  for (const model::PrivateZone& zone : model.private_zones) add_zone(own, zone);
  for (const model::VirtualNetwork& network : model.networks) {
    if (network.existence.truth == Truth::yes) add_ranges(own, network.address_space);
  }
  for (const model::OutsideNetwork& network : model.outside_networks) {
    if (network.existence.truth == Truth::yes) add_ranges(own, network.address_space);
  }
  for (const model::RouteTable& table : model.route_tables) {
    for (const model::Route& route : table.routes) {
      if (route.existence.truth == Truth::yes && leads_to_gateway(route, words)) {
        add_range(own, route.prefix);
      }
    }
  }
  return own;
}

}  // namespace smtplint::lowering
