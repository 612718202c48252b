#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "resource/machine_setup.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint::script {

/// What one of several texts does, of which only one is run.
struct Version {
  std::vector<SetupStep> steps;
  std::map<std::string, Value> files;  ///< that are written afterwards, by path
  std::span<const Choice> choices;     ///< under which it is this text
};

/// All that is done: what all versions begin and end with whichever is run, the rest under its choices.
/// Those come behind the first `outer` conditions of each step.
[[nodiscard]] std::vector<SetupStep> joined_steps(std::vector<Version> versions, std::size_t outer);

/// The files that are the same in all versions; the others are not known.
[[nodiscard]] std::map<std::string, Value> joined_files(const std::vector<Version>& versions,
                                                        ValueStore& store);

}  // namespace smtplint::script
