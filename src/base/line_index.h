#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace smtplint {

/// What a column counts.
enum class ColumnUnit { unicode_scalar, utf16, utf8 };

/// Line and column, both starting at 1.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  bool operator==(const Position&) const = default;
};

/// Turns byte offsets of one text into lines and columns. Lines end with `\n`, `\r\n` or a lone `\r`.
/// The text must outlive the index.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  [[nodiscard]] Position position(std::uint32_t offset, ColumnUnit unit) const;
  /// The inverse of `position`; a column past the end of the line means its end,
  /// one within a character its begin.
  [[nodiscard]] std::uint32_t offset(Position position, ColumnUnit unit) const;
  /// The text of a line (starting at 1) without its line end.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  /// A place inside of a long line, with the columns of the line before it.
  struct Milestone {
    std::uint32_t offset = 0;
    std::uint32_t scalars = 0;
    std::uint32_t utf16 = 0;
  };

  void add_milestones(std::uint32_t begin, std::uint32_t end);

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  std::vector<Milestone> milestones_;  ///< so that nobody counts a machine-written line of megabytes twice
};

}  // namespace smtplint
