#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/span.h"
#include "knowledge/network_words.h"
#include "model/network_path.h"
#include "value/value.h"

namespace smtplint::network {

/// What a rule asks of a flow, in order, each with its answer. The first that does not fit decides; without
/// one, the first that is not known.
class Criteria {
 public:
  explicit Criteria(std::vector<std::pair<model::Criterion, Truth>> answers);

  [[nodiscard]] model::Considered considered(std::string name, std::string rank, Place place) const;

 private:
  Truth matches_ = Truth::yes;
  model::Criterion decided_by_ = model::Criterion::destination;
};

[[nodiscard]] Truth allows(Value action, const knowledge::NetworkWords& words);

/// Says of the rules behind the first certain match that they do not count.
void mark_after_match(std::vector<model::Considered>& rules);

}  // namespace smtplint::network
