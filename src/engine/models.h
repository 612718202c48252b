#pragma once

#include <functional>
#include <string>

#include "engine/analyze.h"
#include "model/model.h"
#include "value/store.h"

namespace smtplint::engine {

/// A root with one environment, as people name it.
struct DeploymentName {
  std::string root;  ///< `.` for the folder of the workspace
  std::string environment;
};

using ModelAction = std::function<void(const DeploymentName& name, model::Model model, ValueStore& store)>;

/// Calls `action` with the model of every deployment that has to do with the named paths.
void for_each_model(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
                    SourceStore& sources, const ModelAction& action);

}  // namespace smtplint::engine
