#pragma once

#include <string>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// Word lists of `rules/platform/`: private and reserved names, words of settings' keys, sentences.
class NameTables {
 public:
  static NameTables read(const std::vector<Node>& files, Problems& problems);
};

}  // namespace smtplint::knowledge
