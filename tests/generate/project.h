#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "generate/plan.h"

namespace smtplint::generate {

/// A place in a written project.
struct FilePlace {
  std::string path;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What a value's chain must show.
struct Trail {
  FilePlace literal;
  std::vector<FilePlace> hops;  ///< every use on the way, from the literal to the setting
};

/// A plan written in a language: the files, and what an analysis must say of them.
struct Project {
  std::map<std::string, std::string> files;
  std::optional<std::string> sender_address;
  WorkloadKind kind = WorkloadKind::unknown;
  bool integrated = false;  ///< an app whose traffic leaves through a virtual network
  std::vector<std::string> environments;
  Trail port;
  Trail host;
};

}  // namespace smtplint::generate
