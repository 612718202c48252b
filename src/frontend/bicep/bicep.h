#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_names.h"
#include "base/file_system.h"
#include "base/source.h"
#include "frontend/deployment/roots.h"
#include "frontend/deployment/scope.h"
#include "frontend/deployment/template_use.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint {
class ParseCache;
}

/// Bicep: templates and their parameter files in, neutral shapes out. Knows nothing of mail.
namespace smtplint::bicep {

using deployment::Environment;
using deployment::Limits;
using deployment::Root;

/// Whether somebody wants to know of a file; empty: of all of them.
using Wanted = std::function<bool(const std::string& path)>;

/// What a parameter file gives, and what there is to say of it.
struct Parameters {
  std::vector<std::pair<std::string, Value>> values;
  Met met;
};

/// All templates of one workspace.
class Project {
 public:
  /// `paths`: all files of the workspace that `file_names` claims. Which roots there are is exact where they
  /// have to do with a file that is `wanted`; the others may be told from their bytes alone. `modules` reads
  /// modules in JSON, if there are to be any. Everything must outlive the project.
  Project(const FileSystem& files, SourceStore& sources, const std::vector<std::string>& paths,
          const Limits& limits, ParseCache& cache, const Wanted& wanted = {},
          deployment::ModuleSources modules = {});
  ~Project();
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  [[nodiscard]] const std::vector<Root>& roots() const;
  /// Resources are evaluated by need while the store, the project and the shapes live.
  [[nodiscard]] Shapes evaluate(const Root& root, const Environment& environment, ValueStore& store);
  /// The file of the workspace that the `using` of a parameter file names; empty where it names none.
  [[nodiscard]] std::string template_of(const std::string& parameter_file);
  /// A parameter file for a template in another language.
  [[nodiscard]] Parameters parameters(const std::string& parameter_file, ValueStore& store);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] bool is_parameter_file(std::string_view path);
/// Names that a template or parameter file has.
[[nodiscard]] FileNames file_names();

}  // namespace smtplint::bicep
