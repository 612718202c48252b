#pragma once

#include <cstdint>

namespace smtplint {

/// Counts what an evaluation may still do; the same input is cut at the same place on every machine.
class Budget {
 public:
  explicit Budget(std::uint64_t steps) : left_(steps) {}

  /// False once the budget is used up; everything evaluated from then on is unknown (`limit`).
  [[nodiscard]] bool spend(std::uint64_t steps = 1) {
    exhausted_ = exhausted_ || steps > left_;
    left_ -= exhausted_ ? 0 : steps;
    return !exhausted_;
  }
  [[nodiscard]] bool exhausted() const { return exhausted_; }

 private:
  std::uint64_t left_;
  bool exhausted_ = false;
};

}  // namespace smtplint
