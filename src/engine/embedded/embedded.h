#pragma once

#include <vector>

#include "engine/workspace/workspace_scripts.h"
#include "knowledge/catalogue.h"
#include "lowering/lowering.h"
#include "lowering/machine/machine_mailers.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::engine {

/// What reading texts brings to light.
struct ReadTexts {
  std::vector<Event> events;
  std::vector<Place> unread_from;  ///< where a text is not read on, since it is not known well enough
};

/// Hands the texts that are documents of their own to the frontend of their kind. Their settings, and what
/// they do to machines, join those of the deployment, with the workload that they stand in. Gives what there
/// is to say of them.
[[nodiscard]] ReadTexts read_embedded(lowering::Lowered& lowered, const knowledge::Catalogue& catalogue,
                                      ValueStore& store, WorkspaceScripts* scripts = nullptr);

/// What building the images does that the Dockerfiles among the settings describe.
[[nodiscard]] std::vector<lowering::ImageBlock> read_images(lowering::Lowered& lowered,
                                                            const knowledge::Catalogue& catalogue,
                                                            ValueStore& store, WorkspaceScripts& scripts,
                                                            const SourceStore& sources);

}  // namespace smtplint::engine
