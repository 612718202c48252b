#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "frontend/terraform/functions/call.h"

namespace smtplint::terraform::functions {

/// What a function does with its arguments.
enum class Kind : std::uint8_t {
  computes,    ///< makes something new of their content
  moves_text,  ///< makes a text of their texts, which keep their places
  hands_on,    ///< gives one of them, or containers of what is in them
  marks,       ///< the same, and decides itself whether the result is sensitive
};

inline constexpr std::uint8_t any_number = 255;

/// One function: from `fewest` to `most` arguments; the last parameter that is given stands for all further
/// ones.
struct Signature {
  std::string_view name;
  Value (*compute)(Call&) = nullptr;
  Kind kind = Kind::computes;
  std::uint8_t fewest = 0;
  std::uint8_t most = 0;
  std::array<Parameter, 3> parameters{};

  [[nodiscard]] Parameter parameter(std::size_t i) const;
  /// Why no call has a value here: only a deployment has its result, or it is not computed; else nothing.
  [[nodiscard]] std::optional<ReasonKind> never_computed() const;
};

/// All that `call_function` computes, by name.
[[nodiscard]] std::span<const Signature> signatures();

/// Converts the arguments, and calls the function with those that it takes.
[[nodiscard]] Value call_with(const Signature& signature, std::span<const Value> arguments,
                              CallContext& context);

}  // namespace smtplint::terraform::functions
