#pragma once

#include <string>
#include <vector>

namespace smtplint::cli {

inline constexpr int exit_error = 2;

/// The whole program for the arguments after its name; gives the exit code. Errors go to stderr, a line each.
[[nodiscard]] int run(const std::vector<std::string>& arguments);

}  // namespace smtplint::cli
