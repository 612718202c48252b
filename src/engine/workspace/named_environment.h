#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace smtplint::engine {

/// `environments/prod.tfvars.json` and `prod.parameters.json` as `prod`
[[nodiscard]] std::string environment_name(std::string_view path);

/// Files named on the command line replace the environments that were found. All of them count together, the
/// last one most, as the tools themselves have it.
template <typename Environment>
[[nodiscard]] std::vector<Environment> environments_of(const std::vector<Environment>& found,
                                                       const std::vector<std::string>& named) {
  if (named.empty()) return found;
  std::string name;
  for (const std::string& file : named) name += (name.empty() ? "" : "+") + environment_name(file);
  return {Environment{name, named}};
}

/// The same where a file may say that it is for another root, which then has none.
template <typename Environment, typename Describes>
[[nodiscard]] std::vector<Environment> environments_of(const std::vector<Environment>& found,
                                                       const std::vector<std::string>& named,
                                                       const Describes& describes) {
  std::vector<std::string> own;
  std::ranges::copy_if(named, std::back_inserter(own), describes);
  if (own.empty() && !named.empty()) return {Environment{}};
  return environments_of(found, own);
}

}  // namespace smtplint::engine
