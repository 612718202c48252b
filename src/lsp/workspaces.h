#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lsp/analysed.h"
#include "lsp/message.h"

namespace smtplint::lsp {

using Clock = std::chrono::steady_clock;

/// One workspace and where its analysis stands.
struct WorkspaceState {
  std::uint64_t generation = 0;  ///< counts changes
  bool due = false;              ///< changed since an analysis was last begun
  Clock::time_point begin;       ///< when to analyse
  Clock::time_point touched;     ///< the last change
  std::shared_ptr<const Analysed> latest;
  std::map<std::string, Json> shown;  ///< the diagnostics that the client has, by path

  /// Something of it has changed. Single changes are analysed at once, a series of them when it pauses.
  void touch(Clock::time_point now);
  void analyse_at_once(Clock::time_point now);
  [[nodiscard]] bool is_current() const { return latest != nullptr && latest->generation == generation; }
};

/// The workspaces of the folders that the client has open, and of documents elsewhere.
class Workspaces {
 public:
  void add_folder(const std::string& path);
  void remove_folder(const std::string& path);

  /// The root of the workspace that a document belongs to: that of the innermost folder around it, else that
  /// of its own folder.
  [[nodiscard]] std::string root_of(const std::string& path) const;
  /// Made where it is new.
  [[nodiscard]] WorkspaceState& at(const std::string& root) { return by_root_[root]; }
  [[nodiscard]] WorkspaceState* find(const std::string& root);
  [[nodiscard]] std::map<std::string, WorkspaceState>& all() { return by_root_; }

 private:
  std::vector<std::string> folders_;
  std::map<std::string, WorkspaceState> by_root_;
};

/// An absolute path with links resolved as far as it exists.
[[nodiscard]] std::string real_path(const std::string& path);
/// A path in a workspace as the engine names it.
[[nodiscard]] std::string path_from(const std::string& root, const std::string& path);

}  // namespace smtplint::lsp
