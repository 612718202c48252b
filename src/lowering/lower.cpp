#include <utility>

#include "lowering/lowering.h"

namespace smtplint::lowering {

model::Model lower(const Shapes& shapes, const knowledge::Catalogue& catalogue, ValueStore& store) {
  Lowered lowered = lower_resources(shapes, catalogue, store);
  lowered.model.mailers = find_mailers(lowered.settings, lowered.model, catalogue, store);
  return std::move(lowered.model);
}

}  // namespace smtplint::lowering
