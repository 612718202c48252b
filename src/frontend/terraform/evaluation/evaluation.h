#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "frontend/terraform/deployment.h"
#include "frontend/terraform/modules/modules.h"
#include "frontend/terraform/modules/providers.h"
#include "resource/resource.h"
#include "resource/shapes.h"

namespace smtplint::terraform {

/// One deployment while it is evaluated: lives as long as any of the shapes made of it.
struct Evaluation : std::enable_shared_from_this<Evaluation> {
  Evaluation(Workspace& workspace, std::string folder, ValueStore& store)
      : deployment(workspace, std::move(folder), store), modules(deployment) {}

  Deployment deployment;
  Modules modules;
  Providers providers;
};

/// All that a deployment declares as neutral shapes.
[[nodiscard]] Shapes shapes_of(Evaluation& evaluation, const ModuleSource& root);

/// The arguments of a resource, data source, provider or module call.
[[nodiscard]] std::shared_ptr<const Properties> properties_of(Evaluation& evaluation, Instance& instance);

}  // namespace smtplint::terraform
