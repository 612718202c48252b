#pragma once

#include "frontend/config/node.h"
#include "value/store.h"

namespace smtplint::config {

/// The text of a scalar in a document that is itself the text of a value: what stands in it byte for byte
/// keeps its pieces, so that unknown parts stay holes; the rest is made of all that is written.
[[nodiscard]] Value written_text(ValueStore& store, Value document, const Node& node);

}  // namespace smtplint::config
