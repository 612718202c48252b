#include "frontend/deployment/roots.h"

#include <algorithm>

#include "base/letter_case.h"
#include "base/path.h"

namespace smtplint::deployment {
namespace {

std::string environment_name(std::string_view path) {
  return std::string(without(without(without(file_name(path), ".bicepparam"), ".json"), ".parameters"));
}

}  // namespace

std::string_view without(std::string_view name, std::string_view ending) {
  const bool has = name.size() > ending.size() && lower_case(name).ends_with(ending);
  return has ? name.substr(0, name.size() - ending.size()) : name;
}

std::vector<Environment> environments_of(const std::vector<std::string>& parameter_files) {
  std::vector<Environment> found;
  for (const std::string& file : parameter_files) {
    std::string name = environment_name(file);
    const bool says_nothing = name == "main" || name == "parameters";
    const bool taken = std::ranges::find(found, name, &Environment::name) != found.end();
    found.push_back({says_nothing || taken ? std::string(without(file, ".json")) : std::move(name), {file}});
  }
  if (found.empty()) found.push_back({"", {}});
  return found;
}

}  // namespace smtplint::deployment
