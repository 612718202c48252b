#pragma once

#include "frontend/script/script.h"
#include "knowledge/machine_commands.h"
#include "value/value.h"

namespace smtplint::engine {

/// What the extension for Desired State Configuration is given: objects, or JSON documents.
struct ExtensionSettings {
  Value plain;
  Value secret;  ///< absent where there are none
};

/// The configuration that an extension brings its machine to. The script is absent where the settings name
/// none that is in the workspace.
[[nodiscard]] script::ConfigurationCall configuration_call(const ExtensionSettings& settings,
                                                           const knowledge::ConfigurationSettings& paths,
                                                           const script::Session& session);

}  // namespace smtplint::engine
