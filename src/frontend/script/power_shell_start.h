#pragma once

#include <string_view>
#include <vector>

#include "frontend/script/reading.h"

namespace smtplint::script {

/// Whether the program of this path is PowerShell.
[[nodiscard]] bool starts_power_shell(std::string_view path);
/// What PowerShell is started with: a text behind `-Command` or `-EncodedCommand`, or a script and its
/// arguments.
void read_started_power_shell(const std::vector<Value>& words, Reading& reading);
/// The script of this path, in whatever folder it lies; absent where it is not known.
[[nodiscard]] Value power_shell_script(Value path, const Reading& reading);

}  // namespace smtplint::script
