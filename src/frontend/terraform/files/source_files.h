#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"
#include "frontend/terraform/files/document.h"
#include "frontend/terraform/files/json_syntax.h"
#include "frontend/terraform/terraform.h"
#include "syntax/hcl/tree.h"
#include "syntax/parse_cache.h"

namespace smtplint::terraform {

/// A file of configuration or of variables, parsed once for all deployments.
struct ConfigurationFile {
  std::string path;
  Document document;
  const hcl::Body* body = nullptr;  ///< never nullptr
  std::vector<hcl::SyntaxError> errors;
  std::shared_ptr<const hcl::Tree> tree;
  std::shared_ptr<const JsonConfiguration> json;
};

/// Reads and parses every file of the workspace at most once.
class SourceFiles {
 public:
  /// `cache`: trees of earlier analyses, where there are any.
  SourceFiles(const FileSystem& files, SourceStore& sources, const Limits& limits, ParseCache* cache)
      : files_(files), sources_(sources), limits_(limits), cache_(cache) {}

  /// Fails where the file cannot be read, is too large or is no text.
  [[nodiscard]] const Result<const ConfigurationFile*>& configuration(const std::string& path);
  [[nodiscard]] const Result<SourceId>& text(const std::string& path);
  [[nodiscard]] Result<std::string> bytes(const std::string& path) const;
  /// The template in a whole source; never nullptr.
  [[nodiscard]] const hcl::Tree& template_in(SourceId source);

  [[nodiscard]] const FileSystem& file_system() const { return files_; }
  [[nodiscard]] SourceStore& sources() { return sources_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] hcl::ParseLimits parse_limits() const { return limits_.parsing(); }

 private:
  [[nodiscard]] std::unique_ptr<ConfigurationFile> parse(const std::string& path, SourceId source);
  [[nodiscard]] std::shared_ptr<const hcl::Tree> tree_of(std::string_view text) const;
  [[nodiscard]] std::shared_ptr<const JsonConfiguration> json_of(std::string_view text,
                                                                 JsonConfiguration::Kind kind) const;

  const FileSystem& files_;
  SourceStore& sources_;
  const Limits& limits_;
  ParseCache* cache_;
  std::unordered_map<std::string, Result<SourceId>> texts_;
  std::unordered_map<std::string, Result<const ConfigurationFile*>> configurations_;
  std::vector<std::unique_ptr<ConfigurationFile>> parsed_;
  std::map<SourceId, std::shared_ptr<const hcl::Tree>> templates_;
};

}  // namespace smtplint::terraform
