#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ip_address.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// A rule that every security group has; after all others.
struct DefaultRule {
  std::string name;
  std::int64_t priority = 0;
  bool allows = false;
  std::string source, destination;  ///< `VirtualNetwork`
};

/// A service tag that always stands for the same addresses.
struct FixedTag {
  std::string name;
  std::vector<IpRange> ranges;
};

/// How Azure's rules spell what matters here, and what holds where nothing is written:
/// `rules/platform/network-words.yaml`. Compared without case.
struct NetworkWords {
  std::vector<std::string> any_destination;  ///< `*`, `Internet`, `0.0.0.0/0`
  std::vector<std::string> outbound;
  std::vector<std::string> inbound;
  std::vector<std::string> allow;
  std::vector<std::string> always_allow;  ///< of those that allow: no security group is asked any more
  std::vector<std::string> deny;
  std::vector<std::string> carries_tcp;      ///< `Tcp`, `*`, `Any`
  std::vector<std::string> everywhere;       ///< `*`: all addresses
  std::vector<std::string> internet;         ///< the tag of what is outside the virtual network and public
  std::vector<std::string> virtual_network;  ///< the tag of the virtual network and what it is joined to
  std::vector<FixedTag> fixed_tags;
  std::vector<std::string> hop_drops, hop_internet, hop_appliance, hop_gateway,
      hop_network;                            ///< types of next hops
  std::vector<std::string> firewall_subnets;  ///< what the subnet of an Azure Firewall is called
  std::vector<std::string> gateway_subnets;
  std::vector<std::string> basic_balancer;  ///< the kind of load balancer whose pools may always send
  std::vector<std::string>
      cluster_own_outlet;  ///< outbound types of clusters that make a way out of their own
  std::vector<std::string> cluster_subnet_outlet;  ///< those that take the one of the subnet
  std::vector<std::string> cluster_no_outlet;
  std::vector<DefaultRule> default_rules;
  std::vector<IpRange> unrouted_ranges;  ///< private addresses that the system's routes drop
  std::int64_t lowest_priority = 0;      ///< of a rule of a security group
  std::int64_t first_source_port = 0;    ///< that systems take for outgoing connections

  static constexpr std::string_view id = "network-words";
  [[nodiscard]] static NetworkWords read(Reader& reader);
};

/// Whether a list of words holds one, without case.
[[nodiscard]] bool has_word(const std::vector<std::string>& words, std::string_view word);

}  // namespace smtplint::knowledge
