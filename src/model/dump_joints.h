#pragma once

#include <string>

#include "model/model.h"

namespace smtplint::model {

/// The lines of what gives traffic a public address, and of what joins networks.
[[nodiscard]] std::string dump_joints(const Model& model);

}  // namespace smtplint::model
