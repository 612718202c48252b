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
  std::string sender_address;
  WorkloadKind kind = WorkloadKind::unknown;
  bool integrated = false;  ///< an app whose traffic leaves through a virtual network
  std::vector<std::string> environments;
  Trail port;
  Trail host;
};

/// A language: its tables' sizes, and how a plan is written in it. Steps, origins and senders that another
/// language has go into tables of its own.
struct Language {
  TableSizes sizes;
  Project (*write)(const Plan& plan);
  /// What the rows are called, for messages about a failing plan.
  std::string (*describe)(const Plan& plan);
};

[[nodiscard]] const Language& terraform_language();

}  // namespace smtplint::generate
