#pragma once

#include <string>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// How programs spell their mail settings: `rules/frameworks/`.
class FrameworkTable {
 public:
  static FrameworkTable read(const std::vector<Node>& files, Problems& problems);
};

}  // namespace smtplint::knowledge
