#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"
#include "frontend/deployment/json_values.h"
#include "frontend/deployment/scope.h"
#include "syntax/arm_expression/tree.h"
#include "syntax/json/tree.h"

namespace smtplint::arm {

/// One JSON file, parsed once for all deployments.
struct Document {
  std::string path;
  SourceId source{};
  std::shared_ptr<const json::Tree> tree;

  /// The object that the file is; nullptr where it is none.
  [[nodiscard]] const json::Node* object() const {
    const json::Node* root = tree->root();
    return root != nullptr && root->kind == json::NodeKind::object ? root : nullptr;
  }
};

/// Reads and parses every file at most once.
class Documents {
 public:
  Documents(const FileSystem& files, SourceStore& sources, const deployment::Limits& limits)
      : files_(files), sources_(sources), limits_(limits) {}

  [[nodiscard]] const Result<std::shared_ptr<const Document>>& get(const std::string& path);
  [[nodiscard]] bool exists(const std::string& path) const { return files_.kind(path) == EntryKind::file; }
  [[nodiscard]] const FileSystem& file_system() const { return files_; }
  [[nodiscard]] SourceStore& sources() { return sources_; }
  [[nodiscard]] const deployment::Limits& limits() const { return limits_; }

 private:
  [[nodiscard]] Result<std::shared_ptr<const Document>> read(const std::string& path);

  const FileSystem& files_;
  SourceStore& sources_;
  deployment::Limits limits_;
  std::map<std::string, Result<std::shared_ptr<const Document>>> read_;
};

using deployment::member;
using deployment::property;

}  // namespace smtplint::arm
