#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"
#include "frontend/bicep/registry.h"
#include "frontend/deployment/scope.h"
#include "frontend/deployment/template_use.h"
#include "syntax/bicep/tree.h"
#include "syntax/parse_cache.h"

namespace smtplint::bicep {

/// One file, parsed once for all deployments.
struct Document {
  std::string path;
  SourceId source{};
  std::string_view text;
  std::shared_ptr<const Tree> tree;

  [[nodiscard]] std::string_view slice(Span span) const { return text.substr(span.begin, span.length()); }
  [[nodiscard]] Place place(Span span) const { return {source, span}; }
};

/// Reads and parses every file at most once.
class Documents {
 public:
  Documents(const FileSystem& files, SourceStore& sources, const deployment::Limits& limits,
            ParseCache& cache, deployment::ModuleSources modules = {})
      : files_(files),
        sources_(sources),
        limits_(limits),
        cache_(cache),
        modules_(std::move(modules)),
        registries_(files) {}

  [[nodiscard]] const Result<std::shared_ptr<const Document>>& get(const std::string& path);
  /// The text of a file that a template loads, or a parameter file in JSON.
  [[nodiscard]] const Result<SourceId>& text(const std::string& path);
  [[nodiscard]] bool exists(const std::string& path) const { return files_.kind(path) == EntryKind::file; }
  [[nodiscard]] const deployment::ModuleSources& modules() const { return modules_; }
  [[nodiscard]] Registries& registries() { return registries_; }
  [[nodiscard]] const FileSystem& file_system() const { return files_; }
  [[nodiscard]] const SourceStore& sources() const { return sources_; }
  [[nodiscard]] const deployment::Limits& limits() const { return limits_; }

 private:
  [[nodiscard]] Result<SourceId> read(const std::string& path);
  [[nodiscard]] Result<std::shared_ptr<const Document>> parse(const std::string& path);

  const FileSystem& files_;
  SourceStore& sources_;
  deployment::Limits limits_;
  ParseCache& cache_;
  deployment::ModuleSources modules_;
  Registries registries_;
  std::map<std::string, Result<SourceId>> texts_;
  std::map<std::string, Result<std::shared_ptr<const Document>>> documents_;
};

}  // namespace smtplint::bicep
