#pragma once

#include <string>
#include <vector>

namespace smtplint::config {

/// How a program spells what matters in it. Functions are patterns; `[]` behind a name is an index.
struct ProgramWords {
  std::vector<std::string> environment;  ///< they read a variable: its name, then what counts without it
  std::vector<std::string> otherwise;    ///< named arguments with what counts without it
  std::vector<std::string> hands_on;     ///< they hand their first argument on
  std::vector<std::string> maps;         ///< their named arguments are a map
  std::vector<std::string> defines;      ///< a name and its value
  std::vector<std::string> updates;      ///< they set their named arguments in what they are called on
};

}  // namespace smtplint::config
