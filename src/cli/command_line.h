#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "cli/options.h"

namespace smtplint::cli {

/// What `--help` and `--version` ask for: to be printed on stdout.
struct Answer {
  std::string text;
};

/// Reads the arguments after the program's name. Fails with one sentence, with a near-miss hint in it.
[[nodiscard]] Result<std::variant<Options, Answer>> read_command_line(
    const std::vector<std::string>& arguments);

}  // namespace smtplint::cli
