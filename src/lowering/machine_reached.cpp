#include "lowering/machine_reached.h"

#include <algorithm>
#include <string>

#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using model::Id;

/// The resource that a value is a property of; empty where it is none.
std::string_view referred(Value value) {
  if (value.is(ValueType::reference)) return value.reference().address;
  const bool text = value.is(ValueType::string) && value.text().pieces.size() == 1;
  if (!text || value.text().pieces.front().kind != PieceKind::reference) return {};
  return value.text().pieces.front().reference->address;
}

bool same_address(Value left, Value right) {
  if (const std::string_view resource = referred(left); !resource.empty()) return resource == referred(right);
  const auto text = known_text(left);
  return text && text == known_text(right);
}

bool has_address(Value addresses, Value address) {
  if (!addresses.is_sequence()) return same_address(address, addresses);
  return std::ranges::any_of(addresses.items(), [address](Value one) { return same_address(address, one); });
}

}  // namespace

Id<model::Workload> machine_reached(const Assembly& assembly, const Mapped& setup) {
  const Value address = setup[Field::parent];
  const std::string_view resource = referred(address);
  const auto& interfaces = assembly.lowered.model.interfaces;
  Id<model::Workload> found;
  for (std::size_t i = 0; i < assembly.lowered.model.workloads.size(); ++i) {
    const model::Workload& workload = assembly.lowered.model.workloads[i];
    const bool reached = std::ranges::any_of(workload.interfaces, [&](Id<model::NetworkInterface> id) {
      const model::NetworkInterface& interface = interfaces[id.index()];
      return (!resource.empty() && interface.address == resource) ||
             has_address(interface.public_addresses, address) ||
             has_address(interface.private_addresses, address);
    });
    if (!reached) continue;
    if (found.valid()) return {};
    found = Id<model::Workload>(i);
  }
  return found;
}

}  // namespace smtplint::lowering
