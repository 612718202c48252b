#pragma once

// Generated from parser.c by generate.sh: the numbers of the symbols in a tree.
namespace smtplint::arm_expression::symbol {
enum Symbol : unsigned short {
  anon_sym_DOT = 1,
  anon_sym_LPAREN = 2,
  anon_sym_RPAREN = 3,
  anon_sym_COMMA = 4,
  anon_sym_LBRACK = 5,
  anon_sym_RBRACK = 6,
  sym_name = 7,
  sym_string = 8,
  sym_number = 9,
  sym_expression = 10,
  sym__value = 11,
  sym_call = 12,
  sym__arguments = 13,
  sym_member = 14,
  sym_index = 15,
  aux_sym__arguments_repeat1 = 16,
};
}  // namespace smtplint::arm_expression::symbol
