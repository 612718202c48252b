#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "engine/analyze.h"
#include "engine/configuration/declared_subscription.h"
#include "engine/judging/terms.h"
#include "model/model.h"
#include "value/store.h"

namespace smtplint::engine {

/// A root with one environment, as people name it.
struct DeploymentName {
  std::string root;  ///< `.` for the folder of the workspace
  std::string environment;
};

/// The line above what is shown of a deployment.
[[nodiscard]] std::string heading(const DeploymentName& name);

/// The model of one deployment, and what it is judged by.
struct DeploymentModel {
  DeploymentName name;
  model::Model model;
  ValueStore& store;
  const Terms& terms;
  const DeclaredSubscriptions& declared;
};

/// Calls `action` for every deployment that has to do with the named paths. The error is that of the request
/// or of a configuration.
[[nodiscard]] std::optional<Error> for_each_model(
    const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
    SourceStore& sources, const std::function<void(DeploymentModel& deployment)>& action);

}  // namespace smtplint::engine
