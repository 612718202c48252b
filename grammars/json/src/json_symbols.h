#pragma once

// Generated from parser.c by generate.sh: the numbers of the symbols in a tree.
namespace smtplint::json::symbol {
enum Symbol : unsigned short {
  anon_sym_COMMA = 1,
  anon_sym_COLON = 2,
  anon_sym_RBRACE = 3,
  anon_sym_RBRACK = 4,
  anon_sym_true = 5,
  anon_sym_false = 6,
  anon_sym_null = 7,
  anon_sym_LBRACE = 8,
  anon_sym_LBRACK = 9,
  sym_open_string = 10,
  sym_number = 11,
  sym_word = 12,
  sym_comment = 13,
  sym_string = 14,
  sym_document = 15,
  sym__value = 16,
  sym_object = 17,
  sym_array = 18,
  sym__element = 19,
  sym_member = 20,
  aux_sym_document_repeat1 = 21,
  aux_sym_object_repeat1 = 22,
};
}  // namespace smtplint::json::symbol
