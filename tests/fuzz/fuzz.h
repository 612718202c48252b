#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/span.h"

/// The one entry point of a libFuzzer target.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace smtplint::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// What does not hold is a finding, as a crash is.
inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void require_inside(Span span, std::string_view text) {
  require(span.begin <= span.end && span.end <= text.size());
}

}  // namespace smtplint::fuzz
