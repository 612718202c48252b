#include "value/conditions.h"

namespace smtplint {
namespace {

bool hands_on(How how) {
  return how == How::variable || how == How::local || how == How::argument || how == How::output ||
         how == How::assignment || how == How::fallback;
}

/// True for a variable without value that came here untouched: nothing but handing on stands in its chain,
/// and the chain begins where the variable is declared.
bool is_bare_variable(Value condition, const ProvenanceGraph& graph) {
  if (!condition.is_unknown() || condition.reason().kind != ReasonKind::no_value) return false;
  ProvenanceId id = condition.provenance();
  if (id == no_provenance) return false;
  while (true) {
    const Step step = graph.step(id);
    if (!hands_on(step.how) || step.container != no_provenance) return false;
    if (step.from == no_provenance) return step.place == condition.reason().place;
    id = step.from;
  }
}

}  // namespace

std::uint32_t Conditions::id_of(Value condition, const ProvenanceGraph& graph) {
  if (!is_bare_variable(condition, graph)) return fresh();
  const auto [known, added] = known_.try_emplace(&condition.reason(), 0);
  if (added) known->second = fresh();
  return known->second;
}

}  // namespace smtplint
