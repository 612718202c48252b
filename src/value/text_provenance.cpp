#include "value/text.h"

namespace smtplint {
namespace {

constexpr unsigned longest_chain = 256;

/// The same chain, beginning at an exact place within the place where it began.
ProvenanceId narrowed(ProvenanceGraph& graph, ProvenanceId id, Place exact, unsigned depth) {
  if (depth > longest_chain) return id;
  Step step = graph.step(id);
  if (step.from != no_provenance) {
    step.from = narrowed(graph, step.from, exact, depth + 1);
  } else if (step.place.source == exact.source && step.place.span.contains(exact.span)) {
    step.place = exact;
  }
  return graph.add(step);
}

}  // namespace

ProvenanceId part_provenance(ValueStore& store, Value string, std::size_t begin, std::size_t length) {
  const TextOrigin found = text_origin(store, string, begin, length);
  if (!found.place.known() || found.origin == no_provenance) return string.provenance();
  ProvenanceGraph& graph = store.provenance();
  const ProvenanceId exact = narrowed(graph, found.origin, found.place, 0);
  if (found.origin == string.provenance()) return exact;
  return graph.add({How::element, found.place, {}, exact, string.provenance()});
}

}  // namespace smtplint
