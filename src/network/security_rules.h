#pragma once

#include "knowledge/catalogue.h"
#include "model/network.h"
#include "model/network_path.h"
#include "network/first_match.h"
#include "network/flow.h"

namespace smtplint::network {

/// Compares the rules of security groups and network managers with a flow, which must outlive it.
class SecurityRuleReader {
 public:
  SecurityRuleReader(const Flow& flow, const knowledge::Catalogue& catalogue)
      : flow_(flow), words_(catalogue.network_words()), addresses_(flow, catalogue) {}

  [[nodiscard]] model::Considered consider(const model::SecurityRule& rule) const;
  /// A rule among those of its list.
  [[nodiscard]] static Ranked ranked(const model::SecurityRule& rule, const model::Considered& considered);
  [[nodiscard]] const AddressReader& addresses() const { return addresses_; }

 private:
  [[nodiscard]] Truth source_holds(const model::SecurityRule& rule) const;
  [[nodiscard]] Truth in_group(Value groups) const;
  [[nodiscard]] Truth destination_holds(const model::SecurityRule& rule) const;

  const Flow& flow_;
  const knowledge::NetworkWords& words_;
  AddressReader addresses_;
};

}  // namespace smtplint::network
