#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "engine/configuration/configuration.h"

namespace smtplint::engine {

/// The spellings of `Platform`, on the command line and in configurations.
[[nodiscard]] std::span<const std::pair<std::string_view, Platform>> platform_words();

}  // namespace smtplint::engine
