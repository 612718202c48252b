#pragma once

namespace smtplint {

/// We are wrong: ends the process with the place of the broken assumption.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace smtplint

#define SMTPLINT_ASSERT(condition) \
  ((condition) ? void(0) : ::smtplint::assertion_failed(#condition, __FILE__, __LINE__))
