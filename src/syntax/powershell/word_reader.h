#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "syntax/cursor.h"
#include "syntax/powershell/tree.h"

namespace smtplint::powershell {

/// Reads what the concrete tree holds as values.
class WordReader {
 public:
  /// `deepest` is how many nodes may lie in each other; whether there were more is said by `cut_off`.
  WordReader(std::string_view text, std::uint32_t deepest, std::pmr::memory_resource& arena)
      : text_(text), deepest_(deepest), arena_(arena) {}

  /// The value at the cursor, which stays there; `depth` is that of its node.
  [[nodiscard]] Word word(syntax::Cursor& cursor, std::uint32_t depth);
  /// The entries of a table that is the whole value at the cursor.
  [[nodiscard]] std::vector<TableEntry> table(syntax::Cursor& cursor, std::uint32_t depth);
  [[nodiscard]] bool cut_off() const { return cut_off_; }

 private:
  using Parts = std::vector<Part>;

  [[nodiscard]] bool too_deep(std::uint32_t depth) {
    cut_off_ = cut_off_ || depth > deepest_;
    return depth > deepest_;
  }
  void read_table(syntax::Cursor& cursor, std::vector<TableEntry>& entries, std::uint32_t depth);
  [[nodiscard]] TableEntry entry(syntax::Cursor& cursor, std::uint32_t depth);
  [[nodiscard]] bool read_list(syntax::Cursor& cursor, std::vector<Word>& elements, std::uint32_t depth);
  void read_elements(syntax::Cursor& cursor, std::vector<Word>& elements, std::uint32_t depth);
  void read_parts(syntax::Cursor& cursor, Word& word, Parts& parts, std::uint32_t depth);
  void read_between(syntax::Cursor& cursor, Span inside, Parts& parts);
  void add_text(Span span, bool escapes, Parts& parts) const;
  [[nodiscard]] Span without_comma(Span span) const;
  [[nodiscard]] Span inside_here_text(Span span) const;
  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  std::string_view text_;
  std::uint32_t deepest_;
  std::pmr::memory_resource& arena_;
  bool cut_off_ = false;
};

/// The name of a variable without `$` and braces.
[[nodiscard]] std::string_view without_sigil(std::string_view name);

}  // namespace smtplint::powershell
