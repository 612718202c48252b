#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_names.h"
#include "base/file_system.h"
#include "base/source.h"
#include "frontend/evaluation_limits.h"
#include "resource/shapes.h"
#include "syntax/parse_cache.h"
#include "value/store.h"

/// The Terraform (and OpenTofu) language: folders of `.tf` files in, neutral shapes out. Knows nothing of
/// mail.
namespace smtplint::terraform {

using Limits = EvaluationLimits;

/// A variable file that is not loaded by itself, and the name of what it describes.
struct Environment {
  std::string name;                         ///< empty for the bare root
  std::vector<std::string> variable_files;  ///< from the workspace
};

/// A folder that is judged on its own (a root).
struct Root {
  std::string folder;                     ///< from the workspace
  std::vector<Environment> environments;  ///< never empty; one without name where there is no other
};

/// What the command line adds to every environment.
struct Variables {
  std::vector<std::pair<std::string, std::string>> values;  ///< `--var`, in order
};

/// All Terraform folders of one workspace. Parsed files, and what does not depend on variables, are shared
/// between roots and environments.
class Project {
 public:
  /// `paths`: all files of the workspace that have one of `file_names`. The file system, the sources and the
  /// cache must outlive the project.
  Project(const FileSystem& files, SourceStore& sources, std::vector<std::string> paths, const Limits& limits,
          ParseCache* cache = nullptr);
  ~Project();
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  [[nodiscard]] std::vector<Root> roots();
  /// The files that belong to a root and to the local modules that it calls, however deep.
  [[nodiscard]] std::vector<std::string> files_of(const Root& root);
  /// Addresses of the resources and data sources of a root and of the local modules that it calls, without
  /// keys: `module.net.azurerm_subnet.a`; a call whose source is not on disk stands as `module.net`.
  [[nodiscard]] std::vector<std::string> declared(const Root& root);
  /// Whether it, or a local module that it calls, calls one whose source is not a folder of the workspace.
  [[nodiscard]] bool calls_remote_modules(const Root& root);
  /// The variables that a root declares; nothing where one of its files cannot be read.
  [[nodiscard]] std::optional<std::vector<std::string>> variables_of(const Root& root);
  /// Resources are evaluated by need while the store, the project and the shapes live.
  [[nodiscard]] Shapes evaluate(const Root& root, const Environment& environment, const Variables& variables,
                                ValueStore& store);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The names that Terraform or OpenTofu reads.
[[nodiscard]] FileNames file_names();
/// Whether a text may be a file of variables, whatever its name: it assigns, and declares nothing.
[[nodiscard]] bool assigns_variables(std::string_view path, std::string_view text);

}  // namespace smtplint::terraform
