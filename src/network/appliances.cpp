#include "network/appliances.h"

#include <algorithm>
#include <optional>

#include "network/bounds.h"
#include "network/readings.h"

namespace smtplint::network {
namespace {

using model::Model;
using model::NetworkInterface;
using model::Workload;

/// The thing that a symbol is about, also where it is all of a text.
const Reference* reference_in(Value value) {
  if (value.is(ValueType::reference)) return &value.reference();
  if (!value.is(ValueType::string) || value.text().pieces.size() != 1) return nullptr;
  const Piece& piece = value.text().pieces.front();
  return piece.kind == PieceKind::reference ? piece.reference : nullptr;
}

const Workload* machine_with(const Model& model, const NetworkInterface& interface) {
  for (const Workload& workload : model.workloads) {
    for (const auto id : workload.interfaces) {
      if (&model[id] == &interface) return &workload;
    }
  }
  return nullptr;
}

/// A machine behind a load balancer; several of them do the same.
const Workload* machine_behind(const Model& model, const model::LoadBalancer& balancer) {
  for (const NetworkInterface& interface : model.interfaces) {
    for (const auto pool : interface.pools) {
      const auto owner = model[pool].balancer;
      if (owner.valid() && &model[owner] == &balancer) return machine_with(model, interface);
    }
  }
  return nullptr;
}

class Finder {
 public:
  explicit Finder(const View& view) : view_(view), model_(view.model) {}

  Appliance by_reference(const Reference& reference) const {
    const auto same = [&reference](const auto& thing) { return thing.address == reference.address; };
    Appliance found;
    found.address = "`" + std::string(reference.address) + "`";
    const auto firewall = std::ranges::find_if(model_.firewalls, same);
    if (firewall != model_.firewalls.end()) found.firewall = &*firewall;
    const auto interface = std::ranges::find_if(model_.interfaces, same);
    if (interface != model_.interfaces.end()) found.machine = machine_with(model_, *interface);
    const auto balancer = std::ranges::find_if(model_.load_balancers, same);
    if (balancer != model_.load_balancers.end()) found.machine = machine_behind(model_, *balancer);
    const auto machine = std::ranges::find_if(model_.workloads, same);
    if (machine != model_.workloads.end()) found.machine = &*machine;
    return found;
  }

  Appliance by_address(const std::string& text) const {
    Appliance found;
    found.address = "`" + text + "`";
    found.machine = machine_at(text);
    const auto address = addresses_in(text);
    if (found.machine != nullptr || !address) return found;
    for (const model::Firewall& firewall : model_.firewalls) {
      for (const auto subnet : firewall.subnets) {
        if (contains(model_[subnet], *address)) found.firewall = &firewall;
      }
    }
    if (found.firewall != nullptr) return found;
    found.firewall_elsewhere = std::ranges::any_of(model_.subnets, [&](const model::Subnet& subnet) {
      return says(subnet.name, view_.words().firewall_subnets) == Truth::yes && contains(subnet, *address);
    });
    return found;
  }

 private:
  static bool contains(const model::Subnet& subnet, const AddressSet& address) {
    const AddressBounds prefixes = bounds_of(subnet.prefixes, every_address(), [](std::string_view text) {
      return AddressBounds::exactly(addresses_in(text).value_or(AddressSet()));
    });
    return prefixes.surely.covers(address);
  }

  const Workload* machine_at(const std::string& text) const {
    for (const NetworkInterface& interface : model_.interfaces) {
      if (says(interface.private_addresses, {text}) == Truth::yes) return machine_with(model_, interface);
    }
    for (const model::LoadBalancer& balancer : model_.load_balancers) {
      for (const model::Frontend& frontend : balancer.frontends) {
        if (says(frontend.private_addresses, {text}) == Truth::yes) return machine_behind(model_, balancer);
      }
    }
    return nullptr;
  }

  const View& view_;
  const Model& model_;
};

}  // namespace

Appliance appliance_at(const View& view, Value address) {
  const Value one = address.is_sequence() && !address.items().empty() ? address.items().front() : address;
  const Finder finder(view);
  if (const Reference* reference = reference_in(one)) return finder.by_reference(*reference);
  if (const auto known = text(one)) return finder.by_address(*known);
  Appliance unknown;
  unknown.address = "`" + written(one) + "`";
  return unknown;
}

}  // namespace smtplint::network
