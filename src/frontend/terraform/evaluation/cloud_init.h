#pragma once

#include "frontend/terraform/deployment.h"
#include "value/value.h"

namespace smtplint::terraform {

/// The parts of a cloud-init configuration as one MIME message, as the provider writes it.
/// `parts` is a list of objects with `content`, `content_type`, `filename` and `merge_type`.
[[nodiscard]] Value mime_message(Deployment& deployment, Value parts, Value boundary, Place place);

}  // namespace smtplint::terraform
