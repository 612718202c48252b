#pragma once

#include "base/source.h"
#include "resource/image_build.h"
#include "value/store.h"

namespace smtplint::config {

/// What a Dockerfile does to the image that its last stage becomes.
[[nodiscard]] ImageBuild read_build(const Source& source, SourceId id, ValueStore& store);

}  // namespace smtplint::config
