#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "syntax/bash/tree.h"
#include "syntax/bash/word_reader.h"
#include "syntax/cursor.h"

namespace smtplint::bash {

/// A node that is one argument, or the name of a command.
[[nodiscard]] bool is_word(std::uint16_t kind);

/// The parts of a simple command.
struct Command {
  std::vector<Assignment> assignments;
  std::vector<Word> words;
  std::vector<Redirect> redirects;
};

/// Reads what the concrete tree holds as simple commands.
class CommandReader {
 public:
  CommandReader(std::string_view text, std::pmr::memory_resource& arena, std::vector<SyntaxError>& errors)
      : text_(text), arena_(arena), errors_(errors), words_(text, arena) {}

  /// The command, assignment, declaration or test at the cursor, which stays there.
  void read(syntax::Cursor& cursor, Command& parts);
  [[nodiscard]] Redirect redirect(syntax::Cursor& cursor);
  /// The first error counts.
  void note_error(const syntax::Cursor& cursor);
  [[nodiscard]] WordReader& words() { return words_; }

 private:
  [[nodiscard]] Assignment assignment(syntax::Cursor& cursor);
  [[nodiscard]] std::span<const Word> elements(syntax::Cursor& cursor);
  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  std::string_view text_;
  std::pmr::memory_resource& arena_;
  std::vector<SyntaxError>& errors_;
  WordReader words_;
};

}  // namespace smtplint::bash
