// Newlines, which a line may go on behind, and strings. The grammar says which of them may follow; the only state is
// the stack of open interpolations.

#include <stdbool.h>
#include <string.h>

#include "tree_sitter/alloc.h"
#include "tree_sitter/parser.h"

enum Token {
  NEWLINE,
  NEWLINE_BEFORE_QUESTION,
  NEWLINE_BEFORE_COLON,
  NEWLINE_BEFORE_PIPE,
  STRING,
  STRING_START,
  STRING_MIDDLE,
  STRING_END,
  UNTERMINATED_STRING,
  RECOVERY,
};

enum { ONE_LINE = 0, MOST_SIGNS = 250, LONGEST_LOOK_AHEAD = 4000 };

// For each open interpolation, the kind of string that it stands in: `ONE_LINE`, or one more than the number of `$`
// with which an interpolation of that multi-line string begins.
typedef struct {
  unsigned open;
  char kinds[TREE_SITTER_SERIALIZATION_BUFFER_SIZE];
} Scanner;

void *tree_sitter_bicep_external_scanner_create(void) { return ts_calloc(1, sizeof(Scanner)); }

void tree_sitter_bicep_external_scanner_destroy(void *payload) { ts_free(payload); }

unsigned tree_sitter_bicep_external_scanner_serialize(void *payload, char *buffer) {
  const Scanner *scanner = payload;
  memcpy(buffer, scanner->kinds, scanner->open);
  return scanner->open;
}

void tree_sitter_bicep_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  Scanner *scanner = payload;
  scanner->open = length;
  if (length > 0) memcpy(scanner->kinds, buffer, length);
}

static void advance(TSLexer *lexer) { lexer->advance(lexer, false); }

static bool at_end(TSLexer *lexer) { return lexer->lookahead == 0 && lexer->eof(lexer); }

static bool at_newline(TSLexer *lexer) { return lexer->lookahead == '\n' || lexer->lookahead == '\r'; }

static bool is_blank(int32_t c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == 0xa0 || c == 0xfeff;
}

static bool end_token(TSLexer *lexer, enum Token token) {
  lexer->mark_end(lexer);
  lexer->result_symbol = token;
  return true;
}

// Behind the first `/` of a comment. Passes over it; false where there is none, or where it is too long.
static bool pass_comment(TSLexer *lexer, unsigned *left) {
  const bool one_line = lexer->lookahead == '/';
  if (!one_line && lexer->lookahead != '*') return false;
  advance(lexer);
  for (bool star = false; *left > 0 && !at_end(lexer); (*left)--) {
    const int32_t c = lexer->lookahead;
    if (one_line && at_newline(lexer)) return true;
    advance(lexer);
    if (!one_line && star && c == '/') return true;
    star = c == '*';
  }
  return false;
}

// Passes over blanks, newlines and comments; the character behind them, or 0 if that is too far away.
static int32_t look_behind_trivia(TSLexer *lexer) {
  for (unsigned left = LONGEST_LOOK_AHEAD; left > 0; left--) {
    if (is_blank(lexer->lookahead) || at_newline(lexer)) {
      advance(lexer);
    } else if (lexer->lookahead == '/') {
      advance(lexer);
      if (!pass_comment(lexer, &left) || left == 0) return 0;
    } else {
      return lexer->lookahead;
    }
  }
  return 0;
}

// The sign with which the line goes on must not be the first half of another one: `::`, `||`.
static bool goes_on_with(TSLexer *lexer, int32_t sign) {
  advance(lexer);
  return lexer->lookahead != sign;
}

static bool scan_newline(TSLexer *lexer, const bool *valid) {
  while (at_newline(lexer) || is_blank(lexer->lookahead)) advance(lexer);
  lexer->mark_end(lexer);
  const bool may_go_on =
      valid[NEWLINE_BEFORE_QUESTION] || valid[NEWLINE_BEFORE_COLON] || valid[NEWLINE_BEFORE_PIPE];
  const int32_t sign = may_go_on ? look_behind_trivia(lexer) : 0;
  enum Token token = NEWLINE;
  if (sign == '?' && valid[NEWLINE_BEFORE_QUESTION]) token = NEWLINE_BEFORE_QUESTION;
  if (sign == ':' && valid[NEWLINE_BEFORE_COLON]) token = NEWLINE_BEFORE_COLON;
  if (sign == '|' && valid[NEWLINE_BEFORE_PIPE]) token = NEWLINE_BEFORE_PIPE;
  if (token != NEWLINE && !goes_on_with(lexer, sign)) token = NEWLINE;
  lexer->result_symbol = token;
  return valid[token];
}

// How the text of a string ends.
enum End { CLOSED, INTERPOLATED, UNTERMINATED };

static enum End take_line_text(TSLexer *lexer) {
  while (true) {
    const int32_t c = lexer->lookahead;
    if (at_newline(lexer) || at_end(lexer)) return UNTERMINATED;
    advance(lexer);
    if (c == '\'') return CLOSED;
    if (c == '\\' && !at_newline(lexer) && !at_end(lexer)) {
      advance(lexer);
    } else if (c == '$' && lexer->lookahead == '{') {
      advance(lexer);
      return INTERPOLATED;
    }
  }
}

static enum End take_multi_line_text(TSLexer *lexer, unsigned signs) {
  while (!at_end(lexer)) {
    unsigned quotes = 0;
    unsigned found = 0;
    for (; lexer->lookahead == '\''; quotes++) advance(lexer);
    if (quotes >= 3) return CLOSED;
    for (; lexer->lookahead == '$'; found++) advance(lexer);
    if (signs > 0 && found >= signs && lexer->lookahead == '{') {
      advance(lexer);
      return INTERPOLATED;
    }
    if (quotes == 0 && found == 0) advance(lexer);
  }
  return UNTERMINATED;
}

static enum End take_text(TSLexer *lexer, unsigned kind) {
  return kind == ONE_LINE ? take_line_text(lexer) : take_multi_line_text(lexer, kind - 1);
}

// Takes the opening of a string. False where there is none.
static bool take_opening(TSLexer *lexer, unsigned *kind, bool *is_empty) {
  unsigned signs = 0;
  for (; lexer->lookahead == '$' && signs < MOST_SIGNS; signs++) advance(lexer);
  unsigned quotes = 0;
  for (; lexer->lookahead == '\'' && quotes < 3; quotes++) advance(lexer);
  if (quotes == 0 || (signs > 0 && quotes < 3)) return false;
  *is_empty = quotes == 2;
  *kind = quotes == 3 ? signs + 1 : ONE_LINE;
  return true;
}

static bool scan_string(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  unsigned kind = ONE_LINE;
  bool is_empty = false;
  if (!take_opening(lexer, &kind, &is_empty)) return false;
  switch (is_empty ? CLOSED : take_text(lexer, kind)) {
    case CLOSED:
      return end_token(lexer, STRING);
    case UNTERMINATED:
      return end_token(lexer, UNTERMINATED_STRING);
    case INTERPOLATED:
      break;
  }
  if (valid[RECOVERY] || scanner->open == sizeof scanner->kinds) return false;
  scanner->kinds[scanner->open++] = (char)kind;
  return end_token(lexer, STRING_START);
}

// At the `}` behind an interpolation.
static bool scan_rest_of_string(Scanner *scanner, TSLexer *lexer) {
  if (scanner->open == 0) return false;
  advance(lexer);
  const enum End end = take_text(lexer, (unsigned char)scanner->kinds[scanner->open - 1]);
  if (end == INTERPOLATED) return end_token(lexer, STRING_MIDDLE);
  scanner->open--;
  return end_token(lexer, end == CLOSED ? STRING_END : UNTERMINATED_STRING);
}

static bool in_line_string(const Scanner *scanner) {
  return scanner->open > 0 && scanner->kinds[scanner->open - 1] == ONE_LINE;
}

// The line ends within an interpolation: so does the string.
static bool end_open_string(Scanner *scanner, TSLexer *lexer) {
  scanner->open--;
  return end_token(lexer, UNTERMINATED_STRING);
}

// While the parser looks for a place to go on after an error, it takes all tokens for valid at once. Only newlines and
// strings without interpolations are given then: the rest would be one guess more.
bool tree_sitter_bicep_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  Scanner *scanner = payload;
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  const bool recovers = valid[RECOVERY];
  if (at_newline(lexer)) {
    const bool ends_string = !recovers && !valid[NEWLINE] && in_line_string(scanner);
    return ends_string ? end_open_string(scanner, lexer) : scan_newline(lexer, valid);
  }
  if (lexer->lookahead == '}') return !recovers && valid[STRING_END] && scan_rest_of_string(scanner, lexer);
  if (lexer->lookahead == '\'' || lexer->lookahead == '$') {
    return (valid[STRING] || valid[STRING_START]) && scan_string(scanner, lexer, valid);
  }
  return false;
}
