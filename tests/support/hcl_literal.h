#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "syntax/hcl/escape.h"
#include "syntax/hcl/tree.h"

/// Literals and the values they stand for, written anew: what tests of the parser put in place of others.
namespace smtplint::hcl {

enum class LiteralKind { null, boolean, number, string };

struct Literal {
  LiteralKind kind = LiteralKind::null;
  std::string text;  ///< a string decoded; all else as written

  bool operator==(const Literal&) const = default;
};

/// What an expression of a parsed text stands for, if it is a literal: no template, no reference.
[[nodiscard]] std::optional<Literal> decode_literal(std::string_view source, const Expr& expression);

/// The text that makes a literal stand for `wanted`, in the style in which it is written: quoted stays
/// quoted, a heredoc stays one where it can hold the value, a bare number or boolean stays bare where the
/// value is one. Replaces the whole span of the expression. Nothing where the expression is no literal.
[[nodiscard]] std::optional<std::string> encode_literal(std::string_view source, const Expr& literal,
                                                        std::string_view wanted);

/// A value as it is written between the delimiters of a string, for a part of one. The caller sees to it that
/// no
/// `$` or `%` stands in front and no `{` behind.
[[nodiscard]] std::string encode_text(std::string_view value, TextStyle style);

/// A value as a quoted string.
[[nodiscard]] std::string encode_quoted(std::string_view value);

}  // namespace smtplint::hcl
