#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_names.h"
#include "base/file_system.h"
#include "base/source.h"
#include "frontend/deployment/scope.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint {
class ParseCache;
}

/// Bicep: templates and their parameter files in, neutral shapes out. Knows nothing of mail.
namespace smtplint::bicep {

using deployment::Limits;

/// Parameter files that describe one deployment, and its name.
struct Environment {
  std::string name;  ///< empty for the bare root
  std::vector<std::string> parameter_files;
};

/// A template that no other one uses.
struct Root {
  std::string path;
  std::vector<Environment> environments;  ///< never empty
  std::vector<std::string> used;          ///< files of the workspace that it uses, however deep
};

/// Whether somebody wants to know of a file; empty: of all of them.
using Wanted = std::function<bool(const std::string& path)>;

/// All templates of one workspace.
class Project {
 public:
  /// `paths`: all files of the workspace that `file_names` claims. Which roots there are is exact where they
  /// have to do with a file that is `wanted`; the others may be told from their bytes alone. File system,
  /// sources and cache must outlive the project.
  Project(const FileSystem& files, SourceStore& sources, const std::vector<std::string>& paths,
          const Limits& limits, ParseCache& cache, const Wanted& wanted = {});
  ~Project();
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  [[nodiscard]] const std::vector<Root>& roots() const;
  /// Resources are evaluated by need while the store, the project and the shapes live.
  [[nodiscard]] Shapes evaluate(const Root& root, const Environment& environment, ValueStore& store);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Names that a template or parameter file has.
[[nodiscard]] FileNames file_names();

}  // namespace smtplint::bicep
