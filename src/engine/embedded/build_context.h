#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/workspace/workspace_scripts.h"
#include "knowledge/catalogue.h"
#include "value/store.h"

namespace smtplint::engine {

/// The files that an image is built from. Which folder that is, only who builds it says: it is taken for the
/// nearest one, upwards from the Dockerfile, that has what is copied.
class BuildContext {
 public:
  /// What is handed over must outlive the context.
  BuildContext(std::string_view dockerfile, WorkspaceScripts& files, const knowledge::Catalogue& catalogue,
               ValueStore& store);

  using Copies = std::vector<std::pair<std::string, Value>>;
  /// What copying a file, a folder or all that fits a pattern makes in the image. Of folders, only files in
  /// which mail servers have their settings; documents of programs are linked and judged by themselves.
  [[nodiscard]] Copies copied(std::string_view from, std::string_view to);

 private:
  void add(const std::string& path, std::string_view inside, std::string_view to, bool only_settings,
           Copies& copies);
  [[nodiscard]] bool holds_settings(std::string_view path) const;

  std::string folder_;
  WorkspaceScripts& files_;
  const knowledge::Catalogue& catalogue_;
  ValueStore& store_;
};

}  // namespace smtplint::engine
