#pragma once

#include <string>

namespace smtplint::powershell {

/// The grammar knows no configurations, whose resources look like commands in front of a block. The same
/// text, byte by byte in place, in which the settings of each resource are a table (`WindowsFeature     @{`
/// for `WindowsFeature Web {`: its name matters to no one), and the block of a configuration is an argument
/// of its first line.
[[nodiscard]] std::string with_tables_for_resources(std::string text);

}  // namespace smtplint::powershell
