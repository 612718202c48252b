#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value/value.h"

namespace smtplint::deployment {

/// Parameter files that describe one deployment, and its name.
struct Environment {
  std::string name;  ///< empty for the bare root
  std::vector<std::string> parameter_files;
  std::vector<std::pair<std::string, Value>>
      arguments{};  ///< of files in another language; they beat the others
};

/// A template that is deployed by itself.
struct Root {
  std::string path;
  std::vector<Environment> environments;  ///< never empty
  std::vector<std::string> used;          ///< files of the workspace that it uses, however deep
  bool named_elsewhere = false;           ///< by another template, which may use it
};

/// A file's name without an ending, which is in small letters and compares without case.
[[nodiscard]] std::string_view without(std::string_view name, std::string_view ending);

/// One for each parameter file, called after it: `prod.parameters.json` is `prod`. A name that says nothing,
/// or that another one has, gives way to the path. The bare root where there is no file.
[[nodiscard]] std::vector<Environment> environments_of(const std::vector<std::string>& parameter_files);

}  // namespace smtplint::deployment
