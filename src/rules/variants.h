#pragma once

#include "knowledge/check.h"
#include "rules/conditions.h"

namespace smtplint::rules {

/// Severity and texts of a check after its variants.
struct Chosen {
  Severity severity = Severity::error;
  const knowledge::MessageTemplate* message = nullptr;
  const knowledge::MessageTemplate* help = nullptr;
};

/// For each of the three, the first variant that holds and has it; else the check's own.
[[nodiscard]] Chosen choose(const knowledge::Check& check, const FactSource& facts);

}  // namespace smtplint::rules
