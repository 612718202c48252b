#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How sentences for people are put together.
namespace smtplint {

/// A name or a piece of code: in backticks.
[[nodiscard]] std::string quoted(std::string_view text);

/// `a, b or c`
[[nodiscard]] std::string listed(const std::vector<std::string>& items, std::string_view last_joint);

/// "; did you mean `name`?" where one of the names is near, else nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string_view> names);

}  // namespace smtplint
