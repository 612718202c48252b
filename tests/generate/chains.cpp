#include "generate/chains.h"

namespace smtplint::generate {
namespace {

Trail trail_of(const Arrival& arrival, const Written& written) {
  Trail trail{written.places.at(arrival.literal), {}};
  for (const MarkId hop : arrival.value.hops) trail.hops.push_back(written.places.at(hop));
  return trail;
}

}  // namespace

Arrival carry(const Writing& writing, const ChainPlan& chain, std::string_view name,
              std::string_view literal) {
  Workshop& workshop = writing.workshop;
  const std::size_t depth = writing.plan.depth;
  Scope& home = workshop.on_the_way(chain.level);
  Arrival arrival;
  arrival.literal = workshop.fresh_mark();
  Carrier& value = arrival.value;
  value.scope = chain.aside ? &workshop.add_module(home) : &home;
  value.variable_name = name;
  value.expression = with_mark(arrival.literal, literal);
  writing.language.origins[chain.origin].apply(workshop, value, chain.choice);
  if (chain.aside) workshop.out_of_module(value);
  // Half of the steps are taken where the value is written, the others on its way down.
  std::size_t level = chain.level;
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    if (level < depth && i * 2 >= chain.steps.size())
      workshop.into_module(value, workshop.on_the_way(++level));
    writing.language.steps[chain.steps[i].step].apply(workshop, value, chain.steps[i].choice);
  }
  while (level < depth) workshop.into_module(value, workshop.on_the_way(++level));
  return arrival;
}

Written without_marks(const std::map<std::string, std::string>& marked) {
  Written written;
  for (const auto& [path, text] : marked) {
    CleanText cleaned = without_marks(text);
    for (const MarkedPlace& place : cleaned.places) written.places[place.id] = {path, place.begin, place.end};
    written.files[path] = std::move(cleaned.text);
  }
  return written;
}

Project project_of(const Writing& writing, const Declared& declared) {
  Written written = without_marks(writing.workshop.finish());
  Project project;
  project.port = trail_of(declared.port, written);
  project.host = trail_of(declared.host, written);
  project.files = std::move(written.files);
  project.sender_address = declared.address;
  project.kind = declared.kind;
  project.integrated = declared.integrated;
  const std::set<std::string>& environments = writing.workshop.environments();
  project.environments.assign(environments.begin(), environments.end());
  return project;
}

}  // namespace smtplint::generate
