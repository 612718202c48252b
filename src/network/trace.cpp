#include "network/trace.h"

#include <algorithm>
#include <iterator>

#include "network/tracer.h"

namespace smtplint::network {
namespace {

using knowledge::NetworkPlace;
using knowledge::Remark;
using knowledge::WayOut;
using model::Hop;
using model::HopKind;
using model::NetworkPath;
using model::Passage;

NetworkPath only(Hop hop) {
  NetworkPath path;
  path.hops.push_back(std::move(hop));
  return path;
}

/// The interface that a machine sends by: its first.
Start start_of(const model::Model& model, const model::Workload& workload) {
  Start start{&workload, nullptr, nullptr};
  if (!workload.interfaces.empty()) {
    start.interface = &model[workload.interfaces.front()];
    if (!start.interface->subnets.empty()) start.subnet = &model[start.interface->subnets.front()];
  } else if (workload.subnet.valid()) {
    start.subnet = &model[workload.subnet];
  }
  return start;
}

}  // namespace

NetworkPath trace(const View& view, const Sending& sending, const Destination& destination) {
  if (sending.workload == nullptr) {
    return only(
        hop_at(HopKind::subnet, Passage::maybe, {}, {}, view.sentence(Remark::path_compute_not_known)));
  }
  const model::Workload& workload = *sending.workload;
  const std::string& address = workload.address;
  const Start start = start_of(view.model, workload);
  const knowledge::ComputeKind& kind = view.catalogue.compute_kinds()[workload.kind];
  if (sending.through_network == Truth::unknown) {
    return only(hop_at(HopKind::subnet, Passage::maybe, address, {},
                       view.sentence(Remark::path_integration_not_known, {{"thing", address}})));
  }
  const bool in_network = sending.through_network == Truth::yes && start.subnet != nullptr;
  if (!in_network && kind.leaves_by == WayOut::interface) {
    return only(hop_at(HopKind::subnet, Passage::maybe, address, {},
                       view.sentence(Remark::path_interface_not_known, {{"thing", address}})));
  }
  if (!in_network && kind.network != NetworkPlace::where_placed && sending.through_network == Truth::yes) {
    return only(hop_at(HopKind::subnet, Passage::maybe, address, {},
                       view.sentence(Remark::path_subnet_not_known, {{"thing", address}})));
  }
  if (!in_network) {
    return only(hop_at(HopKind::platform, Passage::allow, {}, {},
                       view.sentence(Remark::path_platform, {{"kind", kind.phrase}})));
  }
  const bool own_outlet = kind.leaves_by == WayOut::platform;
  NetworkPath path = Tracer(view, start, flow_to(destination, view.catalogue), own_outlet, 0).run();
  const auto stop = std::ranges::find(path.hops, Passage::deny, &Hop::passage);
  if (stop != path.hops.end()) path.hops.erase(std::next(stop), path.hops.end());
  return path;
}

}  // namespace smtplint::network
