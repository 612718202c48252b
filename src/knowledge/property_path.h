#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// One step of a property path.
struct PathStep {
  enum class Kind {
    name,    ///< `a`: the property; over a list, that of its first element
    all,     ///< `[*]`: every element
    select,  ///< `[name=SMTP_PORT]`: the elements whose property has this text
  };
  Kind kind = Kind::name;
  std::string name;      ///< of `name`: the property; of `select`: the property that is compared
  std::string selected;  ///< of `select`: the text, compared without case

  bool operator==(const PathStep&) const = default;
};

/// Where a fact stands in a resource: `ip_configuration[*].subnet_id`. Begins with a name.
struct PropertyPath {
  std::vector<PathStep> steps;

  [[nodiscard]] std::string_view head() const { return steps.front().name; }
  [[nodiscard]] std::string text() const;
  /// True where more than one value may be found.
  [[nodiscard]] bool many() const;

  /// Reads a scalar; what is no path is a problem, and the path is then empty.
  static PropertyPath read(Node scalar, Problems& problems);
};

}  // namespace smtplint::knowledge
