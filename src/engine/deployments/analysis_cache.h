#pragma once

#include "engine/deployments/outcome_cache.h"
#include "syntax/parse_cache.h"

namespace smtplint::engine {

/// What those keep who analyse again and again: trees of texts, and what came of deployments.
struct AnalysisCache {
  ParseCache trees;
  OutcomeCache outcomes;
};

}  // namespace smtplint::engine
