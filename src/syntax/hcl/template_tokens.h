#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/hcl/escape.h"
#include "syntax/hcl/tree.h"
#include "syntax/hcl/tree_builder.h"

/// Templates as Terraform takes them apart: a flat row of tokens, in which the text of a heredoc or of a bare
/// template is one token for each line, and the whole text between two sequences of a quoted one.
namespace smtplint::hcl {

enum class TokenKind { text, interpolation, if_intro, else_mark, if_end, for_intro, for_end };

struct TemplateToken {
  TokenKind kind = TokenKind::text;
  Span span;
  bool strip_before = false;  ///< opened by `${~` or `%{~`
  bool strip_after = false;   ///< closed by `~}`
  const Expr* expr = nullptr;
  std::string_view key_name;
  std::string_view value_name;
};

/// Appends the tokens of a run of text.
void split_text(std::string_view source, Span text, TextStyle style, std::vector<TemplateToken>& tokens);

/// Applies `~`, then the indent of `<<-`.
void strip_tokens(std::string_view source, TextStyle style, std::vector<TemplateToken>& tokens);

/// Text without templates, with its escapes resolved; refuses those that do not exist.
[[nodiscard]] std::string decode_text(TreeBuilder& builder, Span span, TextStyle style);

/// Nests the directives and resolves the escapes.
[[nodiscard]] std::span<const TemplatePart> nest_tokens(TreeBuilder& builder, TextStyle style,
                                                        std::span<const TemplateToken> tokens);

}  // namespace smtplint::hcl
