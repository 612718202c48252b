#include "value/provenance.h"

#include <algorithm>

namespace smtplint {
namespace {

constexpr unsigned longest_chain = 256;

std::size_t mix(std::size_t seed, std::size_t value) {
  return seed ^ (value + 0x9e3779b97f4a7c15ull + (seed << 6u) + (seed >> 2u));
}

}  // namespace

std::size_t ProvenanceGraph::hash_of(const Held& step) {
  std::size_t seed = static_cast<std::size_t>(step.how);
  seed = mix(seed, static_cast<std::size_t>(step.place.source));
  seed = mix(seed, step.place.span.begin);
  seed = mix(seed, step.place.span.end);
  seed = mix(seed, step.name);
  seed = mix(seed, static_cast<std::size_t>(step.from));
  return mix(seed, static_cast<std::size_t>(step.container));
}

std::uint32_t ProvenanceGraph::number_of(std::string_view name) {
  if (name.empty()) return 0;
  const auto [known, added] = numbers_.emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (added) names_.push_back(name);
  return known->second;
}

Step ProvenanceGraph::step(ProvenanceId id) const {
  const Held& held = steps_[static_cast<std::size_t>(id)];
  return {held.how, held.place, names_[held.name], held.from, held.container};
}

std::size_t ProvenanceGraph::slot_of(const Held& step) const {
  std::size_t slot = hash_of(step) & (table_.size() - 1);
  while (table_[slot] != no_provenance && steps_[static_cast<std::size_t>(table_[slot])] != step)
    slot = (slot + 1) & (table_.size() - 1);
  return slot;
}

void ProvenanceGraph::grow() {
  table_.assign(table_.size() * 2, no_provenance);
  for (std::size_t id = 1; id < steps_.size(); ++id) {
    table_[slot_of(steps_[id])] = static_cast<ProvenanceId>(id);
  }
}

ProvenanceId ProvenanceGraph::add(const Step& step) {
  const Held held{step.place, number_of(step.name), step.from, step.container, step.how};
  const std::size_t slot = slot_of(held);
  if (table_[slot] != no_provenance) return table_[slot];
  const auto id = static_cast<ProvenanceId>(steps_.size());
  table_[slot] = id;
  steps_.push_back(held);
  if (steps_.size() * 2 > table_.size()) grow();
  return id;
}

void ProvenanceGraph::collect(ProvenanceId id, bool skip_origin, Walk& walk, unsigned depth) const {
  if (id == no_provenance || depth > longest_chain || walk.steps.size() > longest_chain) return;
  const auto visit = (static_cast<std::uint64_t>(id) << 1u) | (skip_origin ? 1u : 0u);
  if (!walk.visited.insert(visit).second) return;
  const Step last = step(id);
  const bool origin = last.from == no_provenance && last.container == no_provenance;
  if (origin && skip_origin) return;
  collect(last.from, skip_origin, walk, depth + 1);
  collect(last.container, true, walk, depth + 1);
  const auto same_place = [&last](const Step& seen) { return seen.place == last.place; };
  if (std::ranges::none_of(walk.steps, same_place)) walk.steps.push_back(last);
}

std::vector<Step> ProvenanceGraph::chain(ProvenanceId last) const {
  Walk walk;
  collect(last, false, walk, 0);
  return std::move(walk.steps);
}

}  // namespace smtplint
