#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/line_index.h"
#include "base/source.h"
#include "base/span.h"
#include "engine/configuration/configuration.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

/// A text with configuration: a file, or the options of an editor.
struct ConfigurationText {
  std::string path;    ///< as messages name it
  std::string folder;  ///< from the workspace: what the paths in it count from
  std::string text;    ///< YAML, of which JSON is a part
  SourceId source = no_source;
};

struct ConfigurationProblem {
  Position place;
  std::string message;
};

struct ConfigurationReading {
  Configuration configuration;
  std::vector<ConfigurationProblem> problems;  ///< in the order of the text
};

/// Reads a configuration strictly: unknown and repeated keys, wrong types and words that mean nothing are
/// problems.
[[nodiscard]] ConfigurationReading read_configuration(const ConfigurationText& text,
                                                      const knowledge::Catalogue& catalogue);

/// `path:line:column: message`
[[nodiscard]] std::string to_string(const ConfigurationProblem& problem, std::string_view path);

}  // namespace smtplint::engine
