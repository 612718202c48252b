#include "syntax/bash/command_reader.h"

#include <bash_symbols.h>

#include "syntax/arena.h"

namespace smtplint::bash {

bool is_word(std::uint16_t kind) {
  switch (kind) {
    case symbol::sym_word:
    case symbol::sym_number:
    case symbol::sym_string:
    case symbol::sym_raw_string:
    case symbol::sym_ansi_c_string:
    case symbol::sym_translated_string:
    case symbol::sym_concatenation:
    case symbol::sym_simple_expansion:
    case symbol::sym_expansion:
    case symbol::sym_command_substitution:
    case symbol::sym_process_substitution:
    case symbol::sym_arithmetic_expansion:
    case symbol::sym_brace_expression:
    case symbol::sym_command_name:
      return true;
    default:
      return false;
  }
}

void CommandReader::note_error(const syntax::Cursor& cursor) {
  if (errors_.empty()) errors_.push_back({cursor.span(), "this part of the script does not parse"});
}

Assignment CommandReader::assignment(syntax::Cursor& cursor) {
  Assignment made;
  if (!cursor.first_child()) return made;
  do {
    if (cursor.symbol() == symbol::sym_variable_name) {
      made.name = slice(cursor.span());
    } else if (cursor.symbol() == symbol::sym_array) {
      made.is_array = true;
      made.elements = elements(cursor);
    } else if (is_word(cursor.symbol())) {
      made.value = words_.word(cursor);
    } else if (cursor.symbol() != symbol::anon_sym_EQ) {
      made.whole = false;
    }
  } while (cursor.next());
  cursor.parent();
  return made;
}

std::span<const Word> CommandReader::elements(syntax::Cursor& cursor) {
  std::vector<Word> found;
  if (!cursor.first_child()) return {};
  do {
    if (is_word(cursor.symbol())) found.push_back(words_.word(cursor));
  } while (cursor.next());
  cursor.parent();
  return syntax::keep(arena_, std::span<const Word>(found));
}

void CommandReader::read(syntax::Cursor& cursor, Command& parts) {
  if (cursor.symbol() == symbol::sym_variable_assignment)
    return parts.assignments.push_back(assignment(cursor));
  const bool test = cursor.symbol() == symbol::sym_test_command;
  if (!cursor.first_child()) return;
  do {
    if (cursor.symbol() == symbol::sym_variable_assignment) {
      parts.assignments.push_back(assignment(cursor));
    } else if (is_word(cursor.symbol()) || (test && parts.words.empty())) {
      parts.words.push_back(words_.word(cursor));
    } else if (cursor.symbol() == symbol::sym_herestring_redirect ||
               cursor.symbol() == symbol::sym_file_redirect) {
      parts.redirects.push_back(redirect(cursor));
    } else if (cursor.is_error()) {
      note_error(cursor);
    }
  } while (cursor.next());
  cursor.parent();
}

Redirect CommandReader::redirect(syntax::Cursor& cursor) {
  Redirect made;
  bool other_descriptor = false;
  if (!cursor.first_child()) return made;
  do {
    const std::uint16_t kind = cursor.symbol();
    if (kind == symbol::sym_file_descriptor) other_descriptor = slice(cursor.span()) != "1";
    if (kind == symbol::anon_sym_GT || kind == symbol::anon_sym_GT_PIPE || kind == symbol::anon_sym_AMP_GT)
      made.kind = Redirect::Kind::write;
    if (kind == symbol::anon_sym_GT_GT || kind == symbol::anon_sym_AMP_GT_GT)
      made.kind = Redirect::Kind::append;
    if (kind == symbol::anon_sym_LT_LT_LT) made.kind = Redirect::Kind::input;
    if (is_word(kind)) made.word = words_.word(cursor);
  } while (cursor.next());
  cursor.parent();
  if (other_descriptor) made.kind = Redirect::Kind::other;
  return made;
}

}  // namespace smtplint::bash
