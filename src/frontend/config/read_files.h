#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/file_system.h"
#include "base/source.h"
#include "frontend/config/config.h"
#include "frontend/config/formats.h"

namespace smtplint::config {

/// A file read once for all roots and profiles.
struct File {
  SourceId source = no_source;
  Reading reading;
  std::string unreadable;  ///< why, where it is

  /// Why there is nothing of it; empty where there is.
  [[nodiscard]] const std::string& gap() const { return unreadable.empty() ? reading.foreign : unreadable; }
};

/// The configuration files of a workspace.
class ReadFiles {
 public:
  ReadFiles(const FileSystem& files, SourceStore& sources, const Limits& limits, FileKnowledge knowledge)
      : files_(files), sources_(sources), limits_(limits), knowledge_(std::move(knowledge)) {}

  /// What is read stays where it is.
  [[nodiscard]] const File& read(const std::string& path, Format format);
  [[nodiscard]] const Source& source(const File& file) const { return sources_.get(file.source); }
  [[nodiscard]] const FileSystem& file_system() const { return files_; }
  [[nodiscard]] const FileKnowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }

 private:
  [[nodiscard]] File read_now(const std::string& path, Format format);
  [[nodiscard]] ReadOptions options_of(Format format) const;
  [[nodiscard]] std::optional<Node> inner_file(std::string_view name, std::string_view content) const;
  [[nodiscard]] const std::string* template_mark_in(std::string_view text, const Reading& reading) const;
  [[nodiscard]] bool is_something_else(const Node& document) const;

  const FileSystem& files_;
  SourceStore& sources_;
  Limits limits_;
  FileKnowledge knowledge_;
  std::unordered_map<std::string, File> read_;
};

}  // namespace smtplint::config
