#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "knowledge/catalogue.h"

namespace smtplint::engine {

/// How comments begin that are meant for this program.
inline constexpr std::string_view directive_address = "smtplint:";

/// What a comment asks for: `smtplint: ignore[RULE, ...] until=YYYY-MM-DD reason`, or `ignore-file[...]`.
struct Directive {
  std::vector<std::string> rules;  ///< ids
  bool whole_file = false;
  std::optional<std::string> until;  ///< the last day on which it holds
};

/// A comment that speaks to this program and says nothing that it understands.
struct Malformed {
  std::string sentence;
};

/// Reads a comment with its markers. Nothing where it is none of ours.
[[nodiscard]] std::optional<std::variant<Directive, Malformed>> directive_in(
    std::string_view comment, const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
