#include "syntax/powershell/word_reader.h"

#include <powershell_symbols.h>

#include <algorithm>

#include "syntax/arena.h"

namespace smtplint::powershell {
namespace {

/// Without the quotes, also where the parser had to invent one.
Span inside(Span span) {
  const std::uint32_t begin = std::min(span.begin + 1, span.end);
  return {begin, std::max(begin, span.end - std::min(span.length(), 1u))};
}

void add_computed(Span span, std::vector<Part>& parts) {
  parts.push_back({PartKind::computed, span, {}, {}});
}

/// Goes to what the node stands for: its only child, or what parentheses enclose.
bool enter_only(syntax::Cursor& cursor) {
  const bool enclosed = cursor.symbol() == symbol::sym_parenthesized_expression && cursor.child_count() == 3;
  if ((!enclosed && cursor.child_count() != 1) || !cursor.first_child()) return false;
  return !enclosed || cursor.next();
}

}  // namespace

std::string_view without_sigil(std::string_view name) {
  name.remove_prefix(std::min<std::size_t>(1, name.size()));
  if (name.starts_with('{') && name.ends_with('}')) name = name.substr(1, name.size() - 2);
  return name;
}

std::vector<TableEntry> WordReader::table(syntax::Cursor& cursor, std::uint32_t depth) {
  std::vector<TableEntry> entries;
  read_table(cursor, entries, depth);
  return entries;
}

void WordReader::read_table(syntax::Cursor& cursor, std::vector<TableEntry>& entries, std::uint32_t depth) {
  if (too_deep(depth)) return;
  if (cursor.symbol() == symbol::sym_hash_entry) return entries.push_back(entry(cursor, depth));
  const bool inside = cursor.symbol() == symbol::sym_hash_literal_expression ||
                      cursor.symbol() == symbol::sym_hash_literal_body;
  if ((!inside && cursor.child_count() != 1) || !cursor.first_child()) return;
  do {
    read_table(cursor, entries, depth + 1);
  } while (cursor.next());
  cursor.parent();
}

TableEntry WordReader::entry(syntax::Cursor& cursor, std::uint32_t depth) {
  TableEntry made;
  if (!cursor.first_child()) return made;
  do {
    if (cursor.symbol() == symbol::sym_key_expression) {
      made.key = slice(cursor.span());
      made.key_span = cursor.span();
      if (made.key.size() > 1 && (made.key.front() == '"' || made.key.front() == '\'')) {
        made.key = made.key.substr(1, made.key.size() - 2);
      }
    } else if (cursor.symbol() == symbol::sym_pipeline) {
      made.value = word(cursor, depth + 1);
    }
  } while (cursor.next());
  cursor.parent();
  return made;
}

Word WordReader::word(syntax::Cursor& cursor, std::uint32_t depth) {
  Word made;
  made.span = cursor.span();
  std::vector<Word> elements;
  made.is_list = read_list(cursor, elements, depth);
  made.elements = syntax::keep(arena_, std::span<const Word>(elements));
  if (made.is_list) return made;
  made.entries = syntax::keep(arena_, std::span<const TableEntry>(table(cursor, depth)));
  Parts parts;
  read_parts(cursor, made, parts, depth);
  made.parts = syntax::keep(arena_, std::span<const Part>(parts));
  return made;
}

/// `"a", "b"`, `@("a", "b")` and what stands behind a name in parentheses; false where the value at the
/// cursor is no list.
bool WordReader::read_list(syntax::Cursor& cursor, std::vector<Word>& elements, std::uint32_t depth) {
  if (too_deep(depth)) return false;
  const std::uint16_t kind = cursor.symbol();
  const bool several = kind == symbol::sym_array_literal_expression && cursor.child_count() > 1;
  if (several || kind == symbol::sym_array_expression || kind == symbol::sym_argument_list) {
    read_elements(cursor, elements, depth);
    return true;
  }
  if (!enter_only(cursor)) return false;
  const bool found = read_list(cursor, elements, depth + 1);
  cursor.parent();
  return found;
}

void WordReader::read_elements(syntax::Cursor& cursor, std::vector<Word>& elements, std::uint32_t depth) {
  if (too_deep(depth) || !cursor.first_child()) return;
  do {
    if (!cursor.is_named()) continue;
    const bool inside = cursor.symbol() == symbol::sym_statement_list ||
                        cursor.symbol() == symbol::sym_argument_expression_list;
    if (inside) {
      read_elements(cursor, elements, depth + 1);
    } else if (!read_list(cursor, elements, depth + 1)) {
      elements.push_back(word(cursor, depth + 1));
    }
  } while (cursor.next());
  cursor.parent();
}

void WordReader::read_parts(syntax::Cursor& cursor, Word& word, Parts& parts, std::uint32_t depth) {
  const Span span = cursor.span();
  if (too_deep(depth)) return add_computed(span, parts);
  switch (cursor.symbol()) {
    case symbol::sym_variable:
      word.splatted = slice(span).starts_with('@');
      return parts.push_back({PartKind::variable, span, {}, without_sigil(slice(span))});
    case symbol::sym_command_name:
    case symbol::sym_command_parameter:
    case symbol::sym_generic_token:
    case symbol::sym_integer_literal:
    case symbol::sym_real_literal:
      return add_text(without_comma(span), false, parts);
    case symbol::sym_verbatim_string_characters:
      return add_text(inside(span), false, parts);
    case symbol::sym_expandable_string_literal:
      return read_between(cursor, inside(span), parts);
    case symbol::sym_command:  // in parentheses: what it puts out
      return add_computed(span, parts);
    case symbol::sym_verbatim_here_string_characters:
      return add_text(inside_here_text(span), false, parts);
    case symbol::sym_expandable_here_string_literal:
      return read_between(cursor, inside_here_text(span), parts);
    default:
      break;
  }
  // One way down is the value itself; more than one is computed of them.
  if (!enter_only(cursor)) return add_computed(span, parts);
  read_parts(cursor, word, parts, depth + 1);
  cursor.parent();
}

Span WordReader::without_comma(Span span) const {
  while (span.begin < span.end && (text_[span.begin] == ',' || text_[span.begin] == ' ')) ++span.begin;
  while (span.end > span.begin && text_[span.end - 1] == ',') --span.end;
  return span;
}

/// Between the line of `@"` and that of `"@`.
Span WordReader::inside_here_text(Span span) const {
  const std::string_view whole = slice(span);
  const std::size_t begin = std::min(whole.find('\n'), whole.size() - 1) + 1;
  const std::size_t last = whole.rfind('\n');
  const std::size_t end = std::max(begin, last == std::string_view::npos ? whole.size() : last);
  return {span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)};
}

void WordReader::read_between(syntax::Cursor& cursor, Span inside, Parts& parts) {
  std::uint32_t at = inside.begin;
  if (cursor.first_child()) {
    do {
      const Span span = cursor.span();
      const bool expands =
          cursor.symbol() == symbol::sym_variable || cursor.symbol() == symbol::sym_sub_expression;
      if (!expands || span.begin < at || span.end > inside.end) continue;
      add_text({at, span.begin}, true, parts);
      if (cursor.symbol() == symbol::sym_variable) {
        parts.push_back({PartKind::variable, span, {}, without_sigil(slice(span))});
      } else {
        add_computed(span, parts);
      }
      at = span.end;
    } while (cursor.next());
    cursor.parent();
  }
  add_text({at, inside.end}, true, parts);
}

/// A backtick takes the next character as it is, but for the few that it turns into blanks.
void WordReader::add_text(Span span, bool escapes, Parts& parts) const {
  std::uint32_t begin = span.begin;
  const auto add = [&](std::uint32_t end) {
    if (end > begin) parts.push_back({PartKind::text, {begin, end}, slice({begin, end}), {}});
  };
  for (std::uint32_t at = span.begin; escapes && at + 1 < span.end; ++at) {
    if (text_[at] != '`') continue;
    add(at);
    const char next = text_[at + 1];
    if (next == 'n' || next == 't' || next == 'r') {
      const Span escape{at, at + 2};
      parts.push_back({PartKind::text, escape, next == 'n' ? "\n" : (next == 't' ? "\t" : "\r"), {}});
      begin = at + 2;
    } else {
      begin = at + 1;
    }
    ++at;
  }
  add(span.end);
}

}  // namespace smtplint::powershell
