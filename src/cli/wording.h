#pragma once

#include <span>
#include <string>
#include <string_view>

/// Words that users typed, inside our sentences: always one line, whatever they hold.
namespace smtplint::cli {

[[nodiscard]] std::string shown(std::string_view word);
/// In backticks.
[[nodiscard]] std::string backticked(std::string_view word);
/// `; did you mean `x`?` where a name is near, else empty.
[[nodiscard]] std::string near_miss(std::string_view word, std::span<const std::string_view> names);
/// `unknown WHAT `word`; did you mean `x`?`, or the list of names where it is short and none is near.
[[nodiscard]] std::string unknown_word(std::string_view what, std::string_view word,
                                       std::span<const std::string_view> names);

}  // namespace smtplint::cli
