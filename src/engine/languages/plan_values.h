#pragma once

#include "value/store.h"

namespace smtplint::engine {

/// Puts a value of a plan over the value of the code that it was planned from: what the plan knows counts, in
/// the places where the code writes it. What the plan does not know yet is what the code says.
class PlanValues {
 public:
  explicit PlanValues(ValueStore& store) : store_(store) {}

  [[nodiscard]] Value joined(Value planned, Value written);
  /// Something that the code says for certain is planned otherwise: the plan is of other code, or of other
  /// variables.
  [[nodiscard]] bool contradicted() const { return contradicted_; }

 private:
  [[nodiscard]] Value in_place_of(Value planned, Value written);
  [[nodiscard]] Value scalar(Value planned, Value written);
  [[nodiscard]] Value sequence(Value planned, Value written);
  [[nodiscard]] Value mapping(Value planned, Value written);
  [[nodiscard]] Value contradiction(Value planned);

  ValueStore& store_;
  bool contradicted_ = false;
};

}  // namespace smtplint::engine
