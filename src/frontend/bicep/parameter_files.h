#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "frontend/bicep/bicep.h"
#include "frontend/bicep/resources.h"

namespace smtplint::bicep {

/// The parameter files of a template, in order: those that name it, and those in JSON that lie beside it and
/// are called after it.
[[nodiscard]] std::vector<std::string> with_json_files(std::vector<std::string> naming,
                                                       const FileSystem& files, const std::string& path);

/// The values of a parameter file over those that are there.
void read_parameter_file(Evaluation& evaluation, const std::string& path,
                         std::unordered_map<std::string, Value>& arguments);

}  // namespace smtplint::bicep
