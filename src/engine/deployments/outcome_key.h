#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/source.h"
#include "engine/analyze.h"
#include "engine/applications/linker.h"
#include "engine/workspace/opened_workspace.h"
#include "engine/workspace/workspace.h"

namespace smtplint::engine {

/// What all deployments of one analysis rest on besides the texts of their files: the request, and which
/// files there are.
[[nodiscard]] std::string analysis_key(const Request& request, const Workspace& listing);

/// What one of them rests on besides: which it is, the configuration that counts for it (a file of the
/// sources, or empty), what sends where no compute is linked to, the programs that it runs, and whether it is
/// taken to run in Azure.
struct DeploymentKey {
  const OpenedRoot& root;
  std::string_view environment;
  std::string_view configuration;
  WorkloadKind unlinked_kind = WorkloadKind::virtual_machine;
  std::span<const LinkedDocument> documents;
  bool in_azure = true;
};
[[nodiscard]] std::string outcome_key(const std::string& analysis, const DeploymentKey& deployment,
                                      const SourceStore& sources);

}  // namespace smtplint::engine
