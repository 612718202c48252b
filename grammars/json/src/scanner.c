// Closed strings. One may hold newlines; but if what follows its closing quote cannot follow a string, then the
// quote of its first line was forgotten.

#include <stdbool.h>

#include "tree_sitter/parser.h"

enum Token { STRING };

void *tree_sitter_json_external_scanner_create(void) { return 0; }

void tree_sitter_json_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_json_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}

void tree_sitter_json_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

static bool at_end(TSLexer *lexer) { return lexer->lookahead == 0 && lexer->eof(lexer); }

static bool may_follow_string(TSLexer *lexer) {
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, false);
  const int32_t c = lexer->lookahead;
  return c == ',' || c == ':' || c == '}' || c == ']' || c == '/' || at_end(lexer);
}

// Behind the opening quote. False if the string is not closed: the grammar's own token takes its first line then.
static bool scan_string(TSLexer *lexer) {
  bool multiline = false;
  while (lexer->lookahead != '"') {
    multiline = multiline || lexer->lookahead == '\n';
    if (at_end(lexer)) return false;
    const bool escape = lexer->lookahead == '\\';
    lexer->advance(lexer, false);
    if (escape && (lexer->lookahead == '"' || lexer->lookahead == '\\')) lexer->advance(lexer, false);
  }
  lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  lexer->result_symbol = STRING;
  return !multiline || may_follow_string(lexer);
}

bool tree_sitter_json_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  (void)payload;
  if (!valid[STRING]) return false;
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  if (lexer->lookahead != '"') return false;
  lexer->advance(lexer, false);
  return scan_string(lexer);
}
