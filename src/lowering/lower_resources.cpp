#include <unordered_map>

#include "lowering/assembly.h"
#include "lowering/attachments.h"
#include "lowering/cloud_signs.h"
#include "lowering/field_resolver.h"
#include "lowering/lowering.h"
#include "lowering/mapper.h"
#include "lowering/patches.h"

namespace smtplint::lowering {
namespace {

/// Documents that name their owner run with it.
void add_documents(const std::vector<Settings>& documents, Lowered& lowered) {
  std::unordered_map<std::string_view, std::size_t> workloads;
  for (std::size_t i = 0; i < lowered.model.workloads.size(); ++i) {
    workloads.emplace(lowered.model.workloads[i].address, i);
  }
  for (const Settings& document : documents) {
    const auto owner = workloads.find(document.owner);
    const bool owned = !document.owner.empty() && owner != workloads.end();
    lowered.settings.push_back(
        {owned ? model::Id<model::Workload>(owner->second) : model::Id<model::Workload>(), document});
  }
}

}  // namespace

Lowered lower_resources(const Shapes& shapes, const knowledge::Catalogue& catalogue, ValueStore& store,
                        const Decoders& decoders) {
  Lowered lowered = lower_resources(shapes, catalogue.mappings(), store, decoders);
  find_clouds(shapes.resources, catalogue.clouds(), lowered.model);
  return lowered;
}

Lowered lower_resources(const Shapes& shapes, const std::vector<knowledge::Mapping>& mappings,
                        ValueStore& store, const Decoders& decoders) {
  Lowered lowered;
  Mapper mapper(mappings, store, &decoders);
  MappedThings things = mapper.map(shapes.resources);
  const Linker linker(things, store);
  apply_patches(things, linker, store);
  attach(shapes.resources, mappings, things, linker, store);
  FieldResolver(things, linker, store).resolve_all();
  Assembly assembly{
      lowered, things, linker, store, mapper.present(), SubscriptionIndex(things, linker, lowered.model),
      {},      {}};
  build_outlets(assembly);
  build_networks(assembly);
  build_admin_rules(assembly);
  build_firewalls(assembly);
  build_joints(assembly);
  build_workloads(assembly);
  add_documents(shapes.settings, lowered);
  return lowered;
}

}  // namespace smtplint::lowering
