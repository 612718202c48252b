#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace smtplint::config {

/// `prod`, `prod | staging`, `!dev`, `prod & (eu | us)`, `prod, staging`: whether it holds with these
/// profiles. What is no such condition never holds.
[[nodiscard]] bool holds_with(std::string_view condition, const std::set<std::string>& profiles);

/// Which profiles together decide a condition: a name for each way that it names, `prod` or `prod&eu`.
[[nodiscard]] std::vector<std::string> profiles_in(std::string_view condition);

/// The profiles that such a name stands for; that of nothing else where it is empty.
[[nodiscard]] std::set<std::string> profiles_of(std::string_view name);

}  // namespace smtplint::config
