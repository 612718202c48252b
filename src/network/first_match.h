#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "value/truth.h"

namespace smtplint::network {

/// Where a rule stands among others: compared from the left; the smallest comes first.
using Rank = std::array<std::int64_t, 3>;

/// A rule as the order of rules sees it.
struct Ranked {
  std::optional<Rank> rank;  ///< none where it is not known: then it may come before or behind any other
  Truth matches = Truth::no;
  Truth allows = Truth::unknown;
};

/// What the first matching rule may be. Every rule that can be the first is among `possible`.
struct FirstMatch {
  std::vector<std::size_t> possible;  ///< in the order in which they are asked
  bool may_allow = false;
  bool may_deny = false;
  bool reaches_end = false;  ///< perhaps no rule matches at all
};

/// The first rule that matches, in three-valued logic. Rules of the same rank may come in either order. A
/// rule whose rank is not known cannot come before one at the `lowest` rank, which no two rules may share.
[[nodiscard]] FirstMatch first_match(std::span<const Ranked> rules, std::optional<Rank> lowest);

/// The indexes of rules in the order in which they are asked; those of unknown rank last.
[[nodiscard]] std::vector<std::size_t> asking_order(std::span<const Ranked> rules);

}  // namespace smtplint::network
