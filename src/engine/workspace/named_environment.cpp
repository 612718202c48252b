#include "engine/workspace/named_environment.h"

#include "base/path.h"

namespace smtplint::engine {

std::string environment_name(std::string_view path) {
  std::string_view name = file_name(path);
  for (const std::string_view ending : {".json", ".tfvars", ".bicepparam", ".parameters"}) {
    if (name.size() > ending.size() && name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return std::string(name);
}

}  // namespace smtplint::engine
