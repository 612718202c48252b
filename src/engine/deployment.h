#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "engine/configuration/declared_subscription.h"
#include "engine/language.h"
#include "engine/terms.h"
#include "engine/workspace_scripts.h"
#include "knowledge/catalogue.h"
#include "model/model.h"
#include "resource/shapes.h"
#include "rules/context.h"

namespace smtplint::engine {

/// What a deployment is judged by.
struct Judges {
  const knowledge::Catalogue& catalogue;
  const Terms& terms;
  const DeclaredSubscriptions& declared;
  WorkloadKind unlinked_kind = WorkloadKind::virtual_machine;  ///< of what no compute is linked to
};

/// What one deployment gave.
struct DeploymentOutcome {
  rules::Outcome rules;
  std::vector<LeftOut> left_out;
  std::vector<std::string> files_read;
  std::vector<Place> secrets;
  std::vector<WorkloadKind> compute;  ///< the kinds of what the deployment runs
};

/// What making a model brings to light besides it.
struct MetByTheWay {
  std::vector<Place> secrets;
  std::vector<Event> events;
};

/// The egress model of a deployment, with what its embedded documents say.
[[nodiscard]] model::Model model_of(const Shapes& shapes, const knowledge::Catalogue& catalogue,
                                    const lowering::OwnNames& own, ValueStore& store,
                                    WorkspaceScripts& scripts, MetByTheWay& met);

/// One deployment from its shapes to its findings. Nothing of the store is kept.
[[nodiscard]] DeploymentOutcome run_deployment(const Judges& judges, Shapes shapes, ValueStore& store,
                                               const SourceStore& sources, WorkspaceScripts& scripts);

}  // namespace smtplint::engine
