#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/node.h"

namespace smtplint::knowledge {

/// Builds the bytes of an image, file by file, from the events of a parser. Lines and columns start at 1.
class ImageWriter {
 public:
  void begin_file(std::string_view section, std::string_view path);
  void null(std::uint32_t line, std::uint32_t column);
  void scalar(std::string_view text, bool quoted, std::uint32_t line, std::uint32_t column);
  /// `NodeKind::list` or `NodeKind::map`; everything up to the matching `end` is in it.
  void begin(NodeKind kind, std::uint32_t line, std::uint32_t column);
  /// In a map, before each value.
  void key(std::string_view text, std::uint32_t line, std::uint32_t column);
  void end();
  void end_file();
  /// In place of `end_file`: forgets what was written since `begin_file`, and says in the image that
  /// something is missing. Allowed in any state.
  void drop_file();

  /// The image; the writer must not be used afterwards. Files are sorted by section and path.
  [[nodiscard]] std::string finish();

 private:
  struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
  };
  struct NodeRecord {
    std::uint32_t shape = 0, file = 0, line = 0, column = 0, first = 0, count = 0;
  };
  struct ChildRecord {
    std::uint32_t node = 0;
    Slice key;
    std::uint32_t key_line = 0, key_column = 0;
  };
  struct FileRecord {
    std::string section, path;
    std::uint32_t root = 0;
  };
  struct Open {
    std::uint32_t node = 0;
    std::vector<ChildRecord> children;
  };

  Slice intern(std::string_view text);
  void add(const NodeRecord& record);
  [[nodiscard]] std::uint32_t current_file() const { return static_cast<std::uint32_t>(files_.size() - 1); }

  std::vector<FileRecord> files_;
  std::vector<NodeRecord> nodes_;
  std::vector<ChildRecord> children_;
  std::vector<Open> open_;
  ChildRecord pending_;  ///< the key of the next value
  std::string texts_;
  std::map<std::string, Slice, std::less<>> known_texts_;
  std::size_t nodes_before_file_ = 0;
  std::size_t children_before_file_ = 0;
  bool incomplete_ = false;
};

}  // namespace smtplint::knowledge
