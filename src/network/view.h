#pragma once

#include <string>
#include <utility>

#include "knowledge/catalogue.h"
#include "model/model.h"
#include "model/network_path.h"
#include "value/store.h"

namespace smtplint::network {

/// What the evaluation of paths reads. Everything must outlive it.
struct View {
  const model::Model& model;
  const ValueStore& store;
  const knowledge::Catalogue& catalogue;

  [[nodiscard]] const knowledge::NetworkWords& words() const { return catalogue.network_words(); }
  [[nodiscard]] std::string sentence(knowledge::Remark remark, knowledge::RemarkWords words = {}) const {
    return catalogue.remarks().text(remark, words);
  }
  /// What a finding marks: where a value starts.
  [[nodiscard]] model::Mark mark_of(Value value) const {
    const auto chain = store.provenance().chain(value.provenance());
    if (chain.empty()) return {};
    return {chain.front().place, chain.front().how == How::literal, value.provenance()};
  }
};

[[nodiscard]] inline model::Mark mark_at(Place place) { return {place, false, no_provenance}; }

/// A hop at a thing of the model.
[[nodiscard]] inline model::Hop hop_at(model::HopKind kind, model::Passage passage, std::string thing,
                                       Place place, std::string reason) {
  model::Hop hop;
  hop.kind = kind;
  hop.passage = passage;
  hop.thing = std::move(thing);
  hop.mark = mark_at(place);
  hop.reason = std::move(reason);
  return hop;
}

}  // namespace smtplint::network
