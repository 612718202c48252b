#pragma once

#include <vector>

#include "base/span.h"
#include "value/value.h"

namespace smtplint {

/// One thing that is done while an image is built, or when a container of it starts.
struct BuildStep {
  enum class Kind {
    shell,        ///< `words` is one text that a shell runs
    power_shell,  ///< likewise
    command,      ///< its words
    copied,       ///< files of the folder that it is built from, then where they go
    brought,      ///< files from somewhere else, then where they go
    written,      ///< a text, then the file that holds it
  };
  Kind kind = Kind::shell;
  std::vector<Value> words;
  Value environment;  ///< objects with `name` and `value`; absent where nothing is known of it
  Place place;
};

/// How an image comes about: the steps of its last stage, with those of the stages that it goes on from.
struct ImageBuild {
  std::vector<BuildStep> steps;
};

}  // namespace smtplint
