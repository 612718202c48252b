#pragma once

#include "model/model.h"

namespace smtplint::lowering {

/// Mail of what nothing says to run in Azure counts on the condition that it does; it does not count at all
/// where nothing else of the workspace speaks of Azure.
void doubt_elsewhere(model::Model& model, bool in_azure);

}  // namespace smtplint::lowering
