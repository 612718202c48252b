#pragma once

#include <cstdint>
#include <unordered_map>

#include "value/provenance.h"
#include "value/value.h"

namespace smtplint {

/// Ids of the conditions that could not be decided. An unknown variable that is tested bare, directly or
/// handed on as it is, is the same condition wherever it is tested; everything else is a condition of its
/// own.
class Conditions {
 public:
  [[nodiscard]] std::uint32_t id_of(Value condition, const ProvenanceGraph& graph);
  [[nodiscard]] std::uint32_t fresh() { return ++last_; }

 private:
  std::unordered_map<const Reason*, std::uint32_t> known_;
  std::uint32_t last_ = 0;
};

}  // namespace smtplint
