#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smtplint::knowledge {

/// Where an entry stands in `rules/`; lines and columns start at 1.
struct Mark {
  std::string_view file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class NodeKind : std::uint8_t { null, scalar, list, map };

class Image;

/// A view of one node in an image: nothing is copied, and the image must outlive it. A default-made node is
/// missing.
class Node {
 public:
  Node() = default;
  Node(const Image* image, std::uint32_t index) : image_(image), index_(index) {}

  [[nodiscard]] bool missing() const { return image_ == nullptr; }
  [[nodiscard]] NodeKind kind() const;
  [[nodiscard]] bool is(NodeKind kind) const { return !missing() && this->kind() == kind; }
  [[nodiscard]] Mark mark() const;
  /// Of a scalar, as written without quotes; empty otherwise.
  [[nodiscard]] std::string_view text() const;
  /// True where a scalar was written in quotes, so that `"25"` is no number.
  [[nodiscard]] bool quoted() const;
  /// Of a list: its items; of a map: its values, in the order of the file.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] Node at(std::size_t position) const;
  [[nodiscard]] std::string_view key_at(std::size_t position) const;
  [[nodiscard]] Mark key_mark_at(std::size_t position) const;
  /// The value under a key of a map; missing where there is none.
  [[nodiscard]] Node find(std::string_view key) const;

 private:
  [[nodiscard]] std::uint32_t child(std::size_t position) const;

  const Image* image_ = nullptr;
  std::uint32_t index_ = 0;
};

/// The files of `rules/` as one flat block of bytes that is read where it lies. Grouped by section, the name
/// of the folder: `checks`, `policy`, `providers`.
class Image {
 public:
  /// Over bytes that `ImageWriter::finish` made; they must outlive the image.
  explicit Image(std::string_view bytes);

  /// The root nodes of a section's files, sorted by path.
  [[nodiscard]] std::vector<Node> section(std::string_view name) const;
  /// False where a file was left out because it could not be parsed, so that a name that is not in the image
  /// may still exist.
  [[nodiscard]] bool complete() const;

 private:
  friend class Node;
  [[nodiscard]] std::uint32_t header(std::size_t word) const;
  [[nodiscard]] std::uint32_t file_word(std::uint32_t file, std::size_t word) const;
  [[nodiscard]] std::uint32_t node_word(std::uint32_t node, std::size_t word) const;
  [[nodiscard]] std::uint32_t child_word(std::uint32_t child, std::size_t word) const;
  [[nodiscard]] std::string_view text(std::uint32_t begin, std::uint32_t length) const;
  [[nodiscard]] std::string_view file_path(std::uint32_t node) const;

  std::string_view bytes_;
  std::size_t files_ = 0;  // where the tables begin
  std::size_t nodes_ = 0;
  std::size_t children_ = 0;
  std::size_t texts_ = 0;
};

}  // namespace smtplint::knowledge
