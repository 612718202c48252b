#pragma once

#include "network/flow.h"
#include "network/view.h"

namespace smtplint::network {

/// Who sends, as far as that decides the way.
struct Sending {
  const model::Workload* workload = nullptr;  ///< nullptr where no compute is linked
  /// Whether the traffic goes through the workload's virtual network at all.
  Truth through_network = Truth::yes;
};

/// The way of one connection from a workload to its destination, as far as the model shows it. Pure; what it
/// cannot decide is a hop that says so.
[[nodiscard]] model::NetworkPath trace(const View& view, const Sending& sending,
                                       const Destination& destination);

}  // namespace smtplint::network
