// The text of templates: quoted, in heredocs, and bare. The grammar says which of the three may follow; the only
// state is the stack of open heredocs, and whether the first error ends the parse.

#include <stdbool.h>
#include <string.h>

#include "tree_sitter/alloc.h"
#include "tree_sitter/parser.h"

enum Token {
  QUOTED_TEXT,
  QUOTE_END,
  HEREDOC_MARKER,
  HEREDOC_TEXT,
  HEREDOC_END,
  BARE_TEXT,
  INTERPOLATION_START,
  DIRECTIVE_START,
  UNTERMINATED,
  GIVE_UP_MARK,
  RECOVERY,
};

// One record for each open heredoc: a byte that says whether its text stands at the start of a line, the marker in
// UTF-8, and the length of the marker.
typedef struct {
  bool gives_up;
  unsigned length;
  char records[TREE_SITTER_SERIALIZATION_BUFFER_SIZE - 1];
} Scanner;

enum { LONGEST_MARKER = 120 };

static unsigned top_marker_length(const Scanner *scanner) {
  return (unsigned char)scanner->records[scanner->length - 1];
}

static char *top_marker(Scanner *scanner) {
  return scanner->records + scanner->length - 1 - top_marker_length(scanner);
}

static char *top_at_line_start(Scanner *scanner) { return top_marker(scanner) - 1; }

static bool push_heredoc(Scanner *scanner, const char *marker, unsigned length) {
  if (scanner->length + length + 2 > sizeof scanner->records) return false;
  char *record = scanner->records + scanner->length;
  record[0] = true;
  memcpy(record + 1, marker, length);
  record[1 + length] = (char)length;
  scanner->length += length + 2;
  return true;
}

static void pop_heredoc(Scanner *scanner) { scanner->length -= top_marker_length(scanner) + 2; }

void *tree_sitter_hcl_external_scanner_create(void) { return ts_calloc(1, sizeof(Scanner)); }

void tree_sitter_hcl_external_scanner_destroy(void *payload) { ts_free(payload); }

unsigned tree_sitter_hcl_external_scanner_serialize(void *payload, char *buffer) {
  const Scanner *scanner = payload;
  buffer[0] = scanner->gives_up;
  memcpy(buffer + 1, scanner->records, scanner->length);
  return scanner->length + 1;
}

void tree_sitter_hcl_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  Scanner *scanner = payload;
  scanner->gives_up = length > 0 && buffer[0];
  scanner->length = length > 0 ? length - 1 : 0;
  if (scanner->length > 0) memcpy(scanner->records, buffer + 1, scanner->length);
}

static void advance(TSLexer *lexer) { lexer->advance(lexer, false); }

static bool at_end(TSLexer *lexer) { return lexer->lookahead == 0 && lexer->eof(lexer); }

static bool at_newline(TSLexer *lexer) { return lexer->lookahead == '\n' || lexer->lookahead == '\r'; }

static bool is_blank(int32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0xa0;
}

static bool is_marker_character(int32_t c, bool first) {
  if (c >= 0x80) return !is_blank(c);
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return letter || (!first && ((c >= '0' && c <= '9') || c == '-'));
}

static unsigned encode(int32_t c, char *out) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  unsigned bytes = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (unsigned i = bytes - 1; i > 0; i--, c >>= 6) out[i] = (char)(0x80 | (c & 0x3f));
  out[0] = (char)(c | (bytes == 2 ? 0xc0 : bytes == 3 ? 0xe0 : 0xf0));
  return bytes;
}

// At `$` or `%`. Takes a run of that sign; true if a sequence (`${`, `%{`) begins at its last sign, and then the
// lexer stands behind that sign and the token ends before it. A doubled sign before `{` is text.
static bool take_signs(TSLexer *lexer) {
  const int32_t sign = lexer->lookahead;
  unsigned signs = 0;
  while (lexer->lookahead == sign) {
    if (signs == 0) lexer->mark_end(lexer);
    advance(lexer);
    signs++;
  }
  return signs == 1 && lexer->lookahead == '{';
}

static bool take_sequence_start(TSLexer *lexer, int32_t sign) {
  advance(lexer);
  if (lexer->lookahead == '~') advance(lexer);
  lexer->mark_end(lexer);
  lexer->result_symbol = sign == '$' ? INTERPOLATION_START : DIRECTIVE_START;
  return true;
}

static bool end_text(TSLexer *lexer, enum Token token) {
  lexer->result_symbol = token;
  return true;
}

static bool scan_quoted(TSLexer *lexer) {
  for (bool any = false;; any = true) {
    const int32_t c = lexer->lookahead;
    if (c == '$' || c == '%') {
      if (!take_signs(lexer)) continue;
      return any ? end_text(lexer, QUOTED_TEXT) : take_sequence_start(lexer, c);
    }
    if (c == '"' || at_newline(lexer) || at_end(lexer)) {
      lexer->mark_end(lexer);
      if (any) return end_text(lexer, QUOTED_TEXT);
      if (c != '"') return end_text(lexer, UNTERMINATED);
      advance(lexer);
      lexer->mark_end(lexer);
      return end_text(lexer, QUOTE_END);
    }
    advance(lexer);
    if (c == '\\' && !at_newline(lexer) && !at_end(lexer)) advance(lexer);
  }
}

static bool scan_bare(TSLexer *lexer) {
  for (bool any = false;; any = true) {
    const int32_t c = lexer->lookahead;
    if (at_end(lexer)) {
      lexer->mark_end(lexer);
      return any && end_text(lexer, BARE_TEXT);
    }
    if (c != '$' && c != '%') {
      advance(lexer);
    } else if (take_signs(lexer)) {
      return any ? end_text(lexer, BARE_TEXT) : take_sequence_start(lexer, c);
    }
  }
}

static bool scan_heredoc_marker(Scanner *scanner, TSLexer *lexer) {
  char marker[LONGEST_MARKER + 4];
  unsigned length = 0;
  while (is_marker_character(lexer->lookahead, length == 0)) {
    if (length > LONGEST_MARKER) return false;
    length += encode(lexer->lookahead, marker + length);
    advance(lexer);
  }
  if (lexer->lookahead == '\r') advance(lexer);
  if (length == 0 || lexer->lookahead != '\n') return false;
  advance(lexer);
  lexer->mark_end(lexer);
  lexer->result_symbol = HEREDOC_MARKER;
  return push_heredoc(scanner, marker, length);
}

// At the start of a line: true if it holds the marker alone. The token ends behind the marker if `mark` says so.
static bool take_closing_line(Scanner *scanner, TSLexer *lexer, bool mark) {
  const char *marker = top_marker(scanner);
  const unsigned length = top_marker_length(scanner);
  while (is_blank(lexer->lookahead)) advance(lexer);
  for (unsigned matched = 0; matched < length;) {
    char bytes[4];
    if (at_newline(lexer) || at_end(lexer)) return false;
    const unsigned count = encode(lexer->lookahead, bytes);
    if (matched + count > length || memcmp(marker + matched, bytes, count) != 0) return false;
    matched += count;
    advance(lexer);
  }
  if (mark) lexer->mark_end(lexer);
  while (is_blank(lexer->lookahead)) advance(lexer);
  return lexer->lookahead == '\n' || at_end(lexer);
}

static bool scan_heredoc(Scanner *scanner, TSLexer *lexer) {
  bool at_line_start = *top_at_line_start(scanner);
  bool any = false;
  while (true) {
    if (at_end(lexer)) {
      lexer->mark_end(lexer);
      if (any) return end_text(lexer, HEREDOC_TEXT);
      pop_heredoc(scanner);
      return end_text(lexer, UNTERMINATED);
    }
    if (at_line_start) {
      if (any) lexer->mark_end(lexer);
      if (take_closing_line(scanner, lexer, !any)) {
        *top_at_line_start(scanner) = true;
        if (any) return end_text(lexer, HEREDOC_TEXT);
        pop_heredoc(scanner);
        return end_text(lexer, HEREDOC_END);
      }
      at_line_start = false;
      any = any || lexer->get_column(lexer) > 0;
      continue;
    }
    const int32_t c = lexer->lookahead;
    if (c == '$' || c == '%') {
      if (take_signs(lexer)) {
        *top_at_line_start(scanner) = false;
        return any ? end_text(lexer, HEREDOC_TEXT) : take_sequence_start(lexer, c);
      }
    } else {
      advance(lexer);
      at_line_start = c == '\n';
    }
    any = true;
  }
}

// The parser asks for all tokens at once while it looks for a place to go on after an error. To answer with a real
// one would cost a walk through the file at each try.
static bool recover(const Scanner *scanner, TSLexer *lexer) {
  if (!scanner->gives_up || at_end(lexer)) return false;
  while (!at_end(lexer)) advance(lexer);
  lexer->mark_end(lexer);
  return end_text(lexer, RECOVERY);
}

static bool scan_give_up_mark(Scanner *scanner, TSLexer *lexer) {
  if (lexer->lookahead != 3) return false;
  advance(lexer);
  lexer->mark_end(lexer);
  scanner->gives_up = true;
  return end_text(lexer, GIVE_UP_MARK);
}

bool tree_sitter_hcl_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  Scanner *scanner = payload;
  if (valid[RECOVERY]) return recover(scanner, lexer);
  if (valid[HEREDOC_MARKER]) return scan_heredoc_marker(scanner, lexer);
  if (valid[QUOTED_TEXT]) return scan_quoted(lexer);
  if (valid[HEREDOC_TEXT]) return scanner->length > 0 && scan_heredoc(scanner, lexer);
  if (valid[BARE_TEXT]) return scan_bare(lexer);
  if (valid[GIVE_UP_MARK]) return scan_give_up_mark(scanner, lexer);
  return false;
}
