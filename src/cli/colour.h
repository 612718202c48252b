#pragma once

#include <map>
#include <string>

#include "cli/options.h"

namespace smtplint::cli {

/// What decides whether a stream gets colours.
struct Terminal {
  bool attached = false;                           ///< the stream is one
  std::map<std::string, std::string> environment;  ///< the variables that matter, where they are set
};

[[nodiscard]] Terminal terminal_of_stdout();

/// The option, then `NO_COLOR`, then `FORCE_COLOR`, then what the terminal can.
[[nodiscard]] bool wants_colour(ColourChoice choice, const Terminal& terminal);

}  // namespace smtplint::cli
