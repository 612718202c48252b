#pragma once

#include <string>
#include <vector>

#include "knowledge/machine_commands.h"
#include "resource/machine_setup.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::lowering {

/// The characters of a string; empty where the value is none.
[[nodiscard]] std::string_view chars_of(Value value);
/// Whether one of the words is this one, without case.
[[nodiscard]] bool contains(const std::vector<std::string>& words, std::string_view word);
/// The narrowest place of what a step says; that of the step where there is none.
[[nodiscard]] Place place_of(const ValueStore& store, Value value, Place step);

/// The program that a command runs: no folder, no `.exe`, in lower case.
[[nodiscard]] std::string command_name(const CommandRun& command);
/// What a command installs: each package at its place.
[[nodiscard]] std::vector<Value> installed_packages(const CommandRun& command,
                                                    const std::vector<knowledge::InstallCommand>& installs,
                                                    ValueStore& store);
/// `-Key value`, `-Key:value`, `--key=value`; what stands alone is switched on. Where a parameter is given a
/// table, the entries of that are parameters.
[[nodiscard]] std::vector<Setting> parameters_of(const CommandRun& command, Place step, ValueStore& store);

}  // namespace smtplint::lowering
