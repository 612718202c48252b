#pragma once

#include <memory>

#include "frontend/bicep/evaluator.h"
#include "resource/shapes.h"

namespace smtplint::bicep {

/// One deployment while it is evaluated: lives as long as any of the shapes made of it.
struct Evaluation : std::enable_shared_from_this<Evaluation> {
  Evaluation(Documents& documents, ValueStore& store) : deployment(documents, store), evaluator(deployment) {}

  Deployment deployment;
  Evaluator evaluator;
};

/// All that a template, and those that it uses, declare as neutral shapes.
[[nodiscard]] Shapes shapes_of(Evaluation& evaluation, Module& root);

/// The properties of a resource, or the parameters that a module is given, evaluated when they are asked for.
[[nodiscard]] std::shared_ptr<const Properties> properties_of(Evaluation& evaluation,
                                                              const Instance& instance);

}  // namespace smtplint::bicep
