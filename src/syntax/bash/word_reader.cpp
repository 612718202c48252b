#include "syntax/bash/word_reader.h"

#include <bash_symbols.h>

#include <algorithm>

#include "syntax/arena.h"

namespace smtplint::bash {
namespace {

/// Words in words: `${A:-${B:-...}}`.
constexpr unsigned deepest_word = 32;

Span from(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Without the quotes, also where the parser had to invent one.
Span inside(Span span, std::uint32_t opening) {
  const std::uint32_t begin = std::min(span.begin + opening, span.end);
  return {begin, std::max(begin, span.end - std::min(span.length(), 1u))};
}

Part computed(Span span) { return {PartKind::computed, span, {}, {}, {}}; }

bool is_escaped(char c, bool heredoc) {
  return c == '$' || c == '`' || c == '\\' || c == '\n' || (c == '"' && !heredoc);
}

/// Of the signs behind `$`, those that stand for what a script or function was given.
bool is_argument(char c) { return (c >= '0' && c <= '9') || c == '@' || c == '*' || c == '#'; }

/// Of the signs in `${name:-otherwise}`, those that leave the variable as it is.
bool is_plain_sign(std::string_view sign) {
  return sign == "$" || sign == "${" || sign == "}" || sign == ":-" || sign == "-";
}

/// What `\n` and its like stand for in `$'...'`; 0 for what is left to the shell.
char ansi_escape(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case '\\':
    case '\'':
    case '"':
      return c;
    default:
      return 0;
  }
}

}  // namespace

std::span<const Part> WordReader::keep(const Parts& parts) {
  return syntax::keep(arena_, std::span<const Part>(parts));
}

/// The grammar takes `$1` and its like for text in a here-document.
void WordReader::add_heredoc_text(Span span, Parts& parts) const {
  const std::string_view text = slice(span);
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    if (text[at] != '$' || at + 1 >= text.size() || !is_argument(text[at + 1])) continue;
    add_text(from(span.begin + begin, span.begin + at), Escapes::heredoc, parts);
    const Span argument = from(span.begin + at, span.begin + at + 2);
    const bool numbered = text[at + 1] >= '0' && text[at + 1] <= '9';
    parts.push_back(numbered ? Part{PartKind::variable, argument, {}, slice(argument).substr(1), {}}
                             : computed(argument));
    begin = at + 2;
    ++at;
  }
  add_text(from(span.begin + begin, span.end), Escapes::heredoc, parts);
}

void WordReader::add_text(Span span, Escapes escapes, Parts& parts) const {
  const std::string_view text = slice(span);
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (end > begin) {
      const Span run = from(span.begin + begin, span.begin + end);
      parts.push_back({PartKind::text, run, slice(run), {}, {}});
    }
  };
  for (std::size_t at = 0; escapes != Escapes::none && at + 1 < text.size(); ++at) {
    if (text[at] != '\\') continue;
    const char next = text[at + 1];
    if (escapes != Escapes::any && !is_escaped(next, escapes == Escapes::heredoc)) continue;
    add(at);
    begin = next == '\n' ? at + 2 : at + 1;
    ++at;
  }
  add(text.size());
}

void WordReader::add_ansi_text(Span span, Parts& parts) {
  const std::string_view text = slice(span);
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = text[at] == '\\' && at + 1 < text.size();
    const char stands_for = escape ? ansi_escape(text[at + 1]) : text[at];
    if (stands_for == 0) return parts.push_back(computed(span));
    decoded += stands_for;
    if (escape) ++at;
  }
  parts.push_back({PartKind::text, span, syntax::keep(arena_, decoded), {}, {}});
}

void WordReader::read_expansion(syntax::Cursor& cursor, Parts& parts, unsigned depth) {
  const Span span = cursor.span();
  Part part{PartKind::variable, span, {}, {}, {}};
  bool plain = true;
  Parts otherwise;
  if (!cursor.first_child()) return parts.push_back(computed(span));
  do {
    switch (cursor.symbol()) {
      case symbol::sym_variable_name:
        part.name = slice(cursor.span());
        break;
      case symbol::sym_subscript:
        plain = plain && read_subscript(cursor, part);
        break;
      default:
        if (cursor.is_named() && !part.name.empty()) {
          read(cursor, otherwise, depth + 1);
        } else {
          plain = plain && is_plain_sign(slice(cursor.span()));
        }
        break;
    }
  } while (cursor.next());
  cursor.parent();
  part.otherwise = keep(otherwise);
  parts.push_back(plain && !part.name.empty() ? part : computed(span));
}

/// `name[@]` or `name[*]`; false for one element.
bool WordReader::read_subscript(syntax::Cursor& cursor, Part& part) const {
  const std::string_view written = slice(cursor.span());
  const std::size_t bracket = written.find('[');
  const std::string_view index = written.substr(std::min(bracket, written.size()));
  part.name = written.substr(0, bracket);
  part.all = index == "[@]" || index == "[*]";
  return part.all;
}

/// Texts between the expansions of a quoted text have no nodes of their own everywhere: what is between nodes
/// is text.
void WordReader::read_between(syntax::Cursor& cursor, Span inside, Escapes escapes, Parts& parts,
                              unsigned depth) {
  const auto add = [&](Span text) {
    escapes == Escapes::heredoc ? add_heredoc_text(text, parts) : add_text(text, escapes, parts);
  };
  std::uint32_t at = inside.begin;
  if (cursor.first_child()) {
    do {
      const std::uint16_t kind = cursor.symbol();
      const bool content =
          !cursor.is_named() || kind == symbol::sym_string_content || kind == symbol::sym_heredoc_content;
      if (content || cursor.span().begin < at || cursor.span().end > inside.end) continue;
      add({at, cursor.span().begin});
      read(cursor, parts, depth + 1);
      at = cursor.span().end;
    } while (cursor.next());
    cursor.parent();
  }
  add({at, inside.end});
}

void WordReader::read(syntax::Cursor& cursor, Parts& parts, unsigned depth) {
  const Span span = cursor.span();
  if (depth > deepest_word) return parts.push_back(computed(span));
  switch (cursor.symbol()) {
    case symbol::sym_string:
      return read_between(cursor, inside(span, 1), Escapes::quoted, parts, depth);
    case symbol::sym_raw_string:
      return add_text(inside(span, 1), Escapes::none, parts);
    case symbol::sym_ansi_c_string:
      return add_ansi_text(inside(span, 2), parts);
    case symbol::sym_simple_expansion:
    case symbol::sym_expansion:
      return read_expansion(cursor, parts, depth);
    case symbol::sym_concatenation:
    case symbol::sym_command_name:
      return read_between(cursor, span, Escapes::any, parts, depth);
    case symbol::sym_command_substitution:
    case symbol::sym_process_substitution:
    case symbol::sym_arithmetic_expansion:
    case symbol::sym_array:
      return parts.push_back(computed(span));
    default:
      return add_text(span, Escapes::any, parts);
  }
}

Word WordReader::word(syntax::Cursor& cursor) {
  Parts parts;
  read(cursor, parts, 0);
  return {cursor.span(), keep(parts)};
}

WordReader::Parts WordReader::without_leading_tabs(const Parts& parts) const {
  Parts result;
  bool at_line_start = true;
  for (Part part : parts) {
    if (part.kind != PartKind::text) {
      result.push_back(part);
      at_line_start = false;
      continue;
    }
    std::uint32_t at = part.span.begin;
    while (at < part.span.end) {
      while (at_line_start && at < part.span.end && text_[at] == '\t') ++at;
      const std::size_t newline = text_.find('\n', at);
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(newline, part.span.end - 1) + 1);
      if (at >= part.span.end) break;
      result.push_back({PartKind::text, {at, end}, slice({at, end}), {}, {}});
      at_line_start = text_[end - 1] == '\n';
      at = end;
    }
  }
  return result;
}

Word WordReader::heredoc(syntax::Cursor& cursor, bool literal, bool without_tabs) {
  Parts parts;
  if (literal) {
    add_text(cursor.span(), Escapes::none, parts);
  } else {
    read_between(cursor, cursor.span(), Escapes::heredoc, parts, 0);
  }
  if (without_tabs) parts = without_leading_tabs(parts);
  return {cursor.span(), keep(parts)};
}

}  // namespace smtplint::bash
