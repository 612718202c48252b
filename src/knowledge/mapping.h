#pragma once

#include <string>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// How one kind of resource becomes part of the egress model: `rules/resources/`.
struct Mapping {
  std::string id;

  static Mapping read(Node file, Problems& problems);
};

}  // namespace smtplint::knowledge
