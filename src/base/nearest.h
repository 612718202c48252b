#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace smtplint {

/// How many letters must be inserted, dropped, changed or swapped with their neighbour to get from one word
/// to the other (Damerau-Levenshtein, bytes, without case). Stops counting at `bound`.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t bound);

/// The name that a mistyped word most probably means, the first of equals; nothing where none is near: more
/// than a third of the longer of both would have to change. For words of at most 64 bytes; longer ones have
/// none.
[[nodiscard]] std::optional<std::string_view> nearest_name(std::string_view word,
                                                           std::span<const std::string_view> names);

}  // namespace smtplint
