#pragma once

#include "frontend/config/config.h"
#include "knowledge/configuration_files.h"
#include "knowledge/limits.h"

namespace smtplint::engine {

/// What the frontend calls a format of `rules/platform/configuration-files.yaml`.
[[nodiscard]] config::Format config_format(knowledge::FileFormat format);
[[nodiscard]] config::Limits config_limits(const knowledge::Limits& limits);

}  // namespace smtplint::engine
