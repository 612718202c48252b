#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "syntax/bash/tree.h"
#include "syntax/cursor.h"

namespace smtplint::bash {

/// Reads what the concrete tree holds as words.
class WordReader {
 public:
  WordReader(std::string_view text, std::pmr::memory_resource& arena) : text_(text), arena_(arena) {}

  /// The word at the cursor, which stays there.
  [[nodiscard]] Word word(syntax::Cursor& cursor);
  /// The body of a here-document at the cursor. A quoted end mark keeps `$` and `\` as they are; `<<-` drops
  /// tabs at the beginnings of lines.
  [[nodiscard]] Word heredoc(syntax::Cursor& cursor, bool literal, bool without_tabs);

 private:
  /// What a backslash does to the character behind it.
  enum class Escapes { none, any, quoted, heredoc };
  using Parts = std::vector<Part>;

  void read(syntax::Cursor& cursor, Parts& parts, unsigned depth);
  void read_between(syntax::Cursor& cursor, Span inside, Escapes escapes, Parts& parts, unsigned depth);
  void read_expansion(syntax::Cursor& cursor, Parts& parts, unsigned depth);
  [[nodiscard]] bool read_subscript(syntax::Cursor& cursor, Part& part) const;
  void add_text(Span span, Escapes escapes, Parts& parts) const;
  void add_heredoc_text(Span span, Parts& parts) const;
  void add_ansi_text(Span span, Parts& parts);
  [[nodiscard]] Parts without_leading_tabs(const Parts& parts) const;
  [[nodiscard]] std::span<const Part> keep(const Parts& parts);
  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  std::string_view text_;
  std::pmr::memory_resource& arena_;
};

}  // namespace smtplint::bash
