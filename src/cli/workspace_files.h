#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/file_system.h"
#include "cli/options.h"
#include "cli/workspace.h"
#include "engine/workspace/module_cache.h"

namespace smtplint::cli {

/// Where the Bicep compiler keeps modules of registries for this user; empty where nobody knows.
[[nodiscard]] std::filesystem::path module_folder();

/// The files of a workspace: those on disk or, where the user asks for it, those of git's index. Where that
/// cannot be read, a line on stderr says so, and the disk is read. Modules of registries are read from disk.
class OpenedFiles {
 public:
  OpenedFiles(const Workspace& workspace, const Options& options);

  [[nodiscard]] const FileSystem& files() const { return all_.files(); }
  [[nodiscard]] const std::string& module_cache() const { return all_.cache(); }

 private:
  std::unique_ptr<const FileSystem> own_;
  engine::FilesWithModuleCache all_;
};

}  // namespace smtplint::cli
