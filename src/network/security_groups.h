#pragma once

#include <string>
#include <vector>

#include "knowledge/catalogue.h"
#include "model/model.h"
#include "model/network_path.h"
#include "network/flow.h"

namespace smtplint::network {

/// What a list of rules does with a flow.
struct Filtering {
  Truth passes = Truth::unknown;
  std::vector<model::Considered> considered;  ///< in the order in which they are asked
  std::vector<std::size_t> possible;          ///< of those, the ones that may be the first to match
};

/// The outbound rules of a security group and, behind them, those that every group has.
[[nodiscard]] Filtering filter(const model::SecurityGroup& group, const Flow& flow,
                               const knowledge::Catalogue& catalogue);

}  // namespace smtplint::network
