#pragma once

#include <memory>
#include <string>
#include <vector>

#include "frontend/arm/evaluator.h"
#include "resource/shapes.h"

namespace smtplint::arm {

/// One deployment while it is evaluated: lives as long as any of the shapes made of it.
struct Evaluation : std::enable_shared_from_this<Evaluation> {
  Evaluation(Documents& documents, ValueStore& store) : deployment(documents, store), evaluator(deployment) {}

  Deployment deployment;
  Evaluator evaluator;
};

/// The resources that a template, and those that it uses, declare.
[[nodiscard]] Shapes resources_of(Evaluation& evaluation, Template& root);

}  // namespace smtplint::arm
