#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/limit.h"
#include "frontend/deployment/scope.h"
#include "resource/shapes.h"
#include "value/budget.h"
#include "value/conditions.h"

namespace smtplint::deployment {

/// A value that is computed when it is first asked for.
struct Memo {
  Value value;
  bool running = false;
  bool done = false;
};

/// The state of one evaluation, in whichever of the languages: one root with one environment. The store and
/// the limits must outlive it.
class EvaluationState {
 public:
  EvaluationState(ValueStore& values, const Limits& bounds)
      : store(values), limits(bounds), budget(bounds.evaluation_steps) {}
  EvaluationState(const EvaluationState&) = delete;
  EvaluationState& operator=(const EvaluationState&) = delete;

  ValueStore& store;
  const Limits& limits;
  Budget budget;
  Conditions conditions;
  std::uint32_t depth = 0;  ///< of expressions being evaluated
  bool naming = false;      ///< the name of a resource is being evaluated
  Met met;                  ///< each said once

  /// The unknown value of something cut off by a limit, which is said.
  Value cut_off(Limit limit, Place place);
  /// What the language refuses, with the reason as a sentence.
  Value refuse(std::string_view sentence, Place place) {
    return store.unknown(ReasonKind::evaluation_error, sentence, place);
  }
  void add_event(const Event& event);
  void note_left_out(const std::string& path, const std::string& reason);
  void note_file_read(const std::string& path);

  /// The value of a memo; unknown for one that is being computed, since it refers to itself.
  [[nodiscard]] Value take(Memo& memo, std::string_view what, Place place,
                           const std::function<Value()>& compute);
};

}  // namespace smtplint::deployment
