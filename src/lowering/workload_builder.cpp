#include <algorithm>
#include <utility>

#include "lowering/assembly.h"
#include "lowering/condition.h"
#include "lowering/machine_reached.h"
#include "lowering/settings_builder.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;
using model::Id;

void classify(const Assembly& assembly, const Mapped& thing, model::Workload& workload) {
  const PropertyReader reader(*thing.properties, thing.resource->dialect, assembly.store);
  for (const knowledge::KindRow& row : thing.mapping->classify) {
    const Truth holds = all_hold(row.when, reader, {thing.resource->type, &assembly.present});
    if (holds == Truth::no) continue;
    if (holds == Truth::yes) {
      workload.kind = row.kind;
      workload.may_seem_to_work = row.may_seem_to_work;
      workload.perhaps_elsewhere = row.perhaps_elsewhere;
    }
    return;
  }
}

/// `position` is that of the thing: what is written inside it follows it.
void add_interfaces(Assembly& assembly, std::size_t position, model::Workload& workload) {
  const Mapped& thing = assembly.things[position];
  for (const LinkTarget& target : assembly.linker.targets(thing, Field::interfaces)) {
    const auto interface = assembly.id<model::NetworkInterface>(target.thing);
    if (interface.valid()) workload.interfaces.push_back(interface);
    if (!interface.valid()) workload.interfaces_complete = false;
  }
  const Value interfaces = thing[Field::interfaces];
  const bool open = !thing.complete && !thing.mapping->contains.empty();
  if (interfaces.rest() != nullptr || open) workload.interfaces_complete = false;
  for (std::size_t i = position + 1; i < assembly.things.size(); ++i) {
    const Mapped& part = assembly.things[i];
    if (part.resource != thing.resource) break;
    if (part.container != &thing || part.thing() != Thing::network_interface) continue;
    workload.interfaces.push_back(assembly.id<model::NetworkInterface>(&part));
  }
}

void add_images(const Mapped& thing, model::Workload& workload) {
  const Value images = thing[Field::images];
  if (!images.is_sequence()) return;
  workload.images.insert(workload.images.end(), images.items().begin(), images.items().end());
}

/// Its own and those of the containers that are written inside it.
void add_images(const Assembly& assembly, std::size_t position, model::Workload& workload) {
  const Mapped& thing = assembly.things[position];
  add_images(thing, workload);
  for (std::size_t i = position + 1; i < assembly.things.size(); ++i) {
    const Mapped& part = assembly.things[i];
    if (part.resource != thing.resource) break;
    if (part.thing() == Thing::container) add_images(part, workload);
  }
}

/// Integration comes first: it is what an app's own traffic takes.
void add_subnet(Assembly& assembly, const Mapped& thing, model::Workload& workload) {
  for (const Field field : {Field::integration_subnet, Field::subnet}) {
    if (workload.subnet.valid()) return;
    workload.subnet = subnet_of(assembly, assembly.linker.target(thing, field), thing);
  }
}

/// Where a module that is not on disk deploys compute of unknown kind, it says nothing of its environment
/// either.
Value environment_of_module(Assembly& assembly, const Mapped& thing) {
  ValueStore& store = assembly.store;
  const Reason* reason =
      store.reason(ReasonKind::remote_module, store.keep(thing.resource->source), thing.place);
  return store.unknown(reason, store.step(How::literal, thing.place));
}

void add_workload(Assembly& assembly, std::size_t position) {
  const Mapped& thing = assembly.things[position];
  model::Workload workload;
  workload.address = thing.address();
  workload.place = thing.place;
  workload.existence = thing.existence;
  workload.judged_as = thing.mapping->id;
  workload.subscription = assembly.subscriptions.of(thing);
  classify(assembly, thing, workload);
  workload.name = thing[Field::name];
  workload.service_name = thing[Field::service_name];
  add_images(assembly, position, workload);
  workload.plan_sku = thing[Field::plan_sku];
  workload.can_integrate = known_truth(thing[Field::can_integrate]);
  workload.integration_subnet = thing[Field::integration_subnet];
  workload.route_all = thing[Field::route_all];
  workload.ignores_route_all = known_truth(thing[Field::ignores_route_all]) == Truth::yes;
  workload.hosting_environment = thing[Field::hosting_environment];
  const bool of_module = workload.kind == WorkloadKind::unknown && !thing.resource->source.empty();
  if (of_module && workload.hosting_environment.is_absent())
    workload.hosting_environment = environment_of_module(assembly, thing);
  workload.outbound_type = thing[Field::outbound_type];
  workload.no_default_outbound = thing[Field::no_default_outbound];
  add_interfaces(assembly, position, workload);
  add_subnet(assembly, thing, workload);
  assembly.positions[&thing] = assembly.model().workloads.size();
  assembly.model().workloads.push_back(std::move(workload));
}

void add_hybrid_connection(Assembly& assembly, const Mapped& thing) {
  const auto app = assembly.id<model::Workload>(assembly.linker.target(thing, Field::parent).thing);
  if (!app.valid()) return;
  assembly.model().workloads[app.index()].hybrid_connections.push_back(
      {thing.place, thing.existence, thing[Field::host], thing[Field::port]});
}

/// The first that is there; lists go on with those behind them.
Value arguments_of(const knowledge::Embedded& embedded, const PropertyReader& reader, ValueStore& store) {
  Value arguments;
  for (const knowledge::PropertyPath& path : embedded.arguments) {
    const Value found = reader.read(path);
    if (!is_present(found)) continue;
    if (arguments.is_sequence() && found.is_sequence()) {
      std::vector<Value> all(arguments.items().begin(), arguments.items().end());
      all.insert(all.end(), found.items().begin(), found.items().end());
      arguments = store.sequence(ValueType::tuple, all, arguments.provenance(), arguments.rest());
    } else if (arguments.is_absent()) {
      arguments = found;
    }
  }
  return arguments;
}

void add_embedded(Assembly& assembly, const Mapped& thing) {
  if (thing.mapping->embedded.empty()) return;
  const bool workload = thing.thing() == Thing::workload || thing.thing() == Thing::container;
  const Mapped* linked = workload ? &thing : assembly.linker.target(thing, Field::parent).thing;
  Id<model::Workload> runner = assembly.id<model::Workload>(linked);
  if (!runner.valid() && thing.thing() == Thing::machine_setup) runner = machine_reached(assembly, thing);
  const PropertyReader reader(*thing.properties, thing.resource->dialect, assembly.store);
  for (const knowledge::Embedded& embedded : thing.mapping->embedded) {
    const bool arm = thing.resource->dialect == Dialect::arm;
    for (const knowledge::PropertyPath& path : arm ? embedded.arm : embedded.azurerm) {
      const Value found = reader.read(path);
      const Value folder = embedded.folder ? reader.read(*embedded.folder) : Value();
      if (!is_present(found) && !is_present(folder)) continue;
      assembly.lowered.embedded.push_back({runner, thing.resource->address, path.text(), embedded.kind,
                                           embedded.decode, embedded.inside, found,
                                           arguments_of(embedded, reader, assembly.store),
                                           embedded.runs_files, folder, embedded.file, embedded.layered});
    }
  }
}

}  // namespace

void build_workloads(Assembly& assembly) {
  for (std::size_t i = 0; i < assembly.things.size(); ++i) {
    const Mapped& thing = assembly.things[i];
    if (thing.thing() == Thing::workload && !thing.absorbed) add_workload(assembly, i);
  }
  for (const Mapped& thing : assembly.things) {
    if (thing.thing() == Thing::hybrid_connection) add_hybrid_connection(assembly, thing);
    add_embedded(assembly, thing);
  }
  build_settings(assembly);
}

}  // namespace smtplint::lowering
