#pragma once

#include <string>

#include "engine/analyze.h"

namespace smtplint::engine {

/// What each stage of the pipeline makes of the files that a request names, as text for people. Secret values
/// are masked.
enum class Stage {
  tree,        ///< the typed tree of each named file
  evaluation,  ///< every property of every resource, with where it comes from
  resources,   ///< addresses and values as JSON, one deployment after the other
  model,       ///< the egress model
};

[[nodiscard]] Result<std::string> debug(Stage stage, const Request& request, const FileSystem& files,
                                        const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
