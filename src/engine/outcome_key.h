#pragma once

#include <string>

#include "base/source.h"
#include "engine/analyze.h"
#include "engine/language.h"
#include "engine/workspace.h"

namespace smtplint::engine {

/// What all deployments of one analysis rest on besides the texts of their files: the request, and which
/// files there are.
[[nodiscard]] std::string analysis_key(const Request& request, const Workspace& listing);

/// What one of them rests on besides: which it is, the configuration that counts for it (a file of `sources`,
/// or empty), and what sends where no compute is linked to.
struct DeploymentKey {
  std::string_view language;
  std::string_view root;
  std::string_view environment;
  std::string_view configuration;
  WorkloadKind unlinked_kind = WorkloadKind::virtual_machine;
};
[[nodiscard]] std::string outcome_key(const std::string& analysis, const DeploymentKey& deployment,
                                      const SourceStore& sources);

}  // namespace smtplint::engine
