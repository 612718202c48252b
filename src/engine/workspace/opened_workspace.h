#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/source.h"
#include "engine/languages/language.h"
#include "engine/workspace/byte_search.h"
#include "engine/workspace/path_filter.h"
#include "engine/workspace/workspace.h"
#include "engine/workspace/workspace_scripts.h"
#include "knowledge/catalogue.h"
#include "syntax/parse_cache.h"

namespace smtplint::engine {

/// A root of some language with what decides whether it is worth an evaluation.
struct OpenedRoot {
  const LanguageRow* row = nullptr;
  Language* language = nullptr;
  std::size_t index = 0;
  std::vector<std::string> files;
  bool shows_signs = false;  ///< of mail, in any of its files

  [[nodiscard]] const std::string& name() const { return language->roots()[index].name; }
};

/// Files that roots have read. A root among them that may be a part of another one is such a part.
class FilesRead {
 public:
  void note(const std::vector<std::string>& files) { files_.insert(files.begin(), files.end()); }
  void note(const Shapes& shapes) { note(shapes.met_so_far().files_read); }
  [[nodiscard]] bool have_part(const OpenedRoot& root) const {
    return root.language->roots()[root.index].may_be_part && files_.contains(root.name());
  }
  /// A document of which nothing else is left.
  [[nodiscard]] bool have_document(const OpenedRoot& root) const {
    return root.row->runs_anywhere &&
           std::ranges::all_of(root.files, [this](const std::string& path) { return files_.contains(path); });
  }

 private:
  std::set<std::string> files_;
};

/// All languages opened over the files of one workspace.
class OpenedWorkspace {
 public:
  /// Everything handed over must outlive the result.
  OpenedWorkspace(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
                  SourceStore& sources, ParseCache& cache);

  [[nodiscard]] const Workspace& listing() const { return listing_; }
  [[nodiscard]] const PathFilter& filter() const { return filter_; }
  /// The files that a root may give to its machines.
  [[nodiscard]] WorkspaceScripts scripts_of(const OpenedRoot& root) const;
  [[nodiscard]] const SourceStore& sources() const { return sources_; }
  /// The roots that have to do with the named paths, in order.
  [[nodiscard]] const std::vector<OpenedRoot>& roots() const { return roots_; }
  /// The documents of programs that may send mail in Azure, named or not.
  [[nodiscard]] const std::vector<const OpenedRoot*>& documents() const { return documents_; }
  /// The roots of infrastructure that may deploy compute, the named ones first, as long as `visit` wants
  /// more.
  void visit_infrastructure(const std::function<bool(const OpenedRoot& root)>& visit) const;
  /// The roots that have nothing to do with the named paths, in order.
  [[nodiscard]] const std::vector<OpenedRoot>& others() const { return others_; }
  /// Whether a root has to do with the named paths.
  [[nodiscard]] bool is_named(const OpenedRoot& root) const;
  /// Of a plan: the root of code that declares just what it declares, named or not; nullptr where there is
  /// none, or it is not clear which.
  [[nodiscard]] const OpenedRoot* code_of(const OpenedRoot& plan) const;
  /// Whether what does not say where it runs is taken to run in Azure.
  [[nodiscard]] bool in_azure();
  /// A variable that the request sets and no root declares.
  [[nodiscard]] std::optional<Error> undeclared_variable(const Request& request) const;
  /// False where no file of the workspace belongs to any language.
  [[nodiscard]] bool has_input() const { return has_input_; }

 private:
  void open(const LanguageRow& row);
  [[nodiscard]] bool names_configuration_of(const std::string& root) const;
  [[nodiscard]] bool is_worth_a_look(const LanguageRow& row, const std::vector<std::string>& paths);
  [[nodiscard]] bool shows(const ByteSearch& signs, const std::vector<std::string>& paths) const;

  const Request& request_;
  const FileSystem& files_;
  const knowledge::Catalogue& catalogue_;
  SourceStore& sources_;
  ParseCache& cache_;
  Workspace listing_;
  PathFilter filter_;
  ByteSearch signs_, compute_signs_;
  std::vector<std::unique_ptr<Language>> languages_;
  std::vector<OpenedRoot> roots_;
  std::set<std::string> used_;      ///< files of the languages that were opened before
  std::vector<OpenedRoot> others_;  ///< that have nothing to do with the named paths
  std::vector<const OpenedRoot*> documents_;
  std::optional<bool> in_azure_;  ///< asked for only where it matters
  bool has_input_ = false;
  bool names_configuration_ = false;  ///< among the named paths
};

}  // namespace smtplint::engine
