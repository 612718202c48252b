#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "diagnostic/vocabulary.h"
#include "knowledge/catalogue.h"
#include "network/bounds.h"

namespace smtplint::network {

/// What a connection goes to.
struct Destination {
  std::optional<std::string> host;  ///< a name or an address; none where it is not known
  Scope scope = Scope::unknown;
  std::optional<std::uint16_t> port;  ///< none where it is not known
};

/// One connection, as what stands on its way sees it. Where something of it is not known, it is every value
/// that it may have; an answer about it must then hold for all of them.
struct Flow {
  AddressSet source, destination;
  PortSet source_ports, ports;
  std::optional<std::string> host;  ///< where it goes to a name
  AddressBounds virtual_network;    ///< where it starts, and what that is joined to
  Value application_groups;         ///< of the interface where it starts
  bool application_groups_known = true;
};

/// Addresses that no network of its own uses.
[[nodiscard]] AddressSet public_addresses(const knowledge::Catalogue& catalogue);
[[nodiscard]] AddressSet private_addresses(const knowledge::Catalogue& catalogue);
/// Every address that a destination may have.
[[nodiscard]] AddressSet addresses_of(const Destination& destination, const knowledge::Catalogue& catalogue);
/// The part of a flow that does not depend on where it starts.
[[nodiscard]] Flow flow_to(const Destination& destination, const knowledge::Catalogue& catalogue);

/// Reads prefixes, addresses and service tags of rules, as they are for one flow.
class AddressReader {
 public:
  AddressReader(const Flow& flow, const knowledge::Catalogue& catalogue);

  [[nodiscard]] AddressBounds of_destination(Value value) const;
  /// A source is always inside its virtual network.
  [[nodiscard]] AddressBounds of_source(Value value) const;
  [[nodiscard]] AddressBounds of_destination(std::string_view text) const;
  [[nodiscard]] AddressBounds of_source(std::string_view text) const;

 private:
  [[nodiscard]] AddressBounds read(std::string_view text, const AddressBounds& network,
                                   const AddressSet& internet) const;

  const knowledge::NetworkWords& words_;
  AddressBounds network_;
  AddressSet internet_;
};

}  // namespace smtplint::network
