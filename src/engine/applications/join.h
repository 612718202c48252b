#pragma once

#include <span>

#include "engine/applications/linker.h"
#include "lowering/lowering.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::engine {

/// Reads the documents of the programs that a deployment runs, and puts them beside the settings of the
/// compute that runs them, as the programs see both. Gives what reading brought to light.
[[nodiscard]] Shapes join_documents(std::span<const LinkedDocument> documents, lowering::Lowered& lowered,
                                    ValueStore& store);

}  // namespace smtplint::engine
