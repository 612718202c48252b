#include "frontend/deployment/allowed_values.h"

#include <algorithm>
#include <vector>

#include "value/segments.h"
#include "value/standing_for.h"

namespace smtplint::deployment {

Value one_of_allowed(ValueStore& store, Conditions& conditions, Value listed, Value otherwise,
                     Place declaration) {
  if (!listed.is_sequence() || listed.items().empty() || listed.items().size() > most_alternatives)
    return otherwise;
  const auto known = [](Value one) { return one.is_scalar() && one.wholly_known(); };
  if (listed.rest() != nullptr || !std::ranges::all_of(listed.items(), known)) return otherwise;
  std::vector<Alternative> alternatives;
  std::vector<Choice> refused;
  for (const Value one : listed.items().first(listed.items().size() - 1)) {
    const std::uint32_t condition = conditions.fresh();
    std::vector<Choice> taken = refused;
    taken.push_back({condition, true});
    alternatives.push_back({one, store.keep(taken)});
    refused.push_back({condition, false});
  }
  alternatives.push_back({listed.items().back(), store.keep(refused)});
  return standing_for(store, store.alternatives(alternatives, declaration),
                      why_unknown(store, otherwise, declaration));
}

}  // namespace smtplint::deployment
