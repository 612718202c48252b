#include <hcl_symbols.h>

#include <utility>

#include "syntax/hcl/reader.h"

namespace smtplint::hcl {
namespace {

std::optional<TokenKind> directive_kind(std::uint16_t keyword) {
  switch (keyword) {
    case symbol::anon_sym_if:
      return TokenKind::if_intro;
    case symbol::anon_sym_else:
      return TokenKind::else_mark;
    case symbol::anon_sym_endif:
      return TokenKind::if_end;
    case symbol::anon_sym_for:
      return TokenKind::for_intro;
    case symbol::anon_sym_endfor:
      return TokenKind::for_end;
    default:
      return std::nullopt;
  }
}

bool opens_branch(TokenKind kind) { return kind == TokenKind::if_intro || kind == TokenKind::for_intro; }

}  // namespace

const Expr* Reader::read_string() {
  Expr string;
  string.kind = ExprKind::string;
  string.span = cursor_.span();
  const Span content{string.span.begin + 1, string.span.end - 1};
  if (content.begin == content.end) return make(string);
  if (find_escape(slice(content), 0, TextStyle::quoted) == content.length()) {
    TemplatePart part;
    part.span = content;
    string.parts = builder_.keep(std::span<const TemplatePart>(&part, 1));
  } else {
    TemplateToken token;
    token.span = content;
    string.parts = nest_tokens(builder_, TextStyle::quoted, std::span<const TemplateToken>(&token, 1));
  }
  return make(string);
}

const Expr* Reader::read_template(TextStyle style) {
  Expr string;
  string.kind = ExprKind::string;
  string.span = cursor_.span();
  string.heredoc = style == TextStyle::heredoc;
  std::vector<TemplateToken> tokens;
  const std::uint32_t depth = depth_;
  {
    Children children(*this);
    while (children.next()) {
      read_template_child(string, style, tokens);
      if (tokens.empty() || cursor_.symbol() != symbol::sym_directive) continue;
      if (opens_branch(tokens.back().kind)) {
        ++depth_;
        refuse_depth(tokens);
      } else if (tokens.back().kind != TokenKind::else_mark && depth_ > depth) {
        --depth_;
      }
    }
  }
  depth_ = depth;
  strip_tokens(builder_.text(), style, tokens);
  string.parts = nest_tokens(builder_, style, tokens);
  return make(string);
}

void Reader::read_template_child(const Expr& string, TextStyle& style, std::vector<TemplateToken>& tokens) {
  const Span span = cursor_.span();
  switch (cursor_.symbol()) {
    case symbol::anon_sym_LT_LT_DASH:
      style = TextStyle::flush_heredoc;
      break;
    case symbol::sym_quoted_text:
    case symbol::sym_heredoc_text:
    case symbol::sym_bare_text:
      refuse_lone_returns(span);
      split_text(builder_.text(), span, style, tokens);
      break;
    case symbol::sym_interpolation:
      tokens.push_back(read_interpolation());
      break;
    case symbol::sym_directive:
      tokens.push_back(read_directive());
      break;
    case symbol::sym_unterminated:
      refuse_unterminated(string.span);
      break;
    case symbol::sym_heredoc_end:
      if (builder_.text().find('\n', span.end) == std::string_view::npos)
        builder_.error(span, "a newline must follow the end of a heredoc");
      break;
    default:
      break;
  }
}

void Reader::refuse_lone_returns(Span text) {
  const std::string_view source = slice(text);
  for (std::size_t at = source.find('\r'); at != std::string_view::npos; at = source.find('\r', at + 1)) {
    if (source.substr(at, 2) == "\r\n") continue;
    const std::uint32_t place = text.begin + static_cast<std::uint32_t>(at);
    builder_.error({place, place + 1}, "a carriage return must be followed by a newline");
  }
}

void Reader::refuse_depth(std::vector<TemplateToken>& tokens) {
  if (depth_ <= builder_.limits().deepest) return;
  builder_.error(tokens.back().span, too_deep_message(builder_.limits()));
  tokens.pop_back();
}

void Reader::refuse_unterminated(Span string) {
  if (slice(string).starts_with("<<")) {
    const std::size_t line = slice(string).find_first_of("\r\n");
    const std::uint32_t end =
        string.begin + static_cast<std::uint32_t>(std::min<std::size_t>(line, string.length()));
    builder_.error({string.begin, end}, "heredoc is not closed");
  } else {
    builder_.error(string, "string is not closed on its line");
  }
}

TemplateToken Reader::read_interpolation() {
  const NewlineScope scope(newlines_, Newlines::blank);
  TemplateToken token;
  token.kind = TokenKind::interpolation;
  token.span = cursor_.span();
  Children children(*this);
  while (children.next()) {
    const std::uint16_t symbol = cursor_.symbol();
    if (symbol == symbol::sym_interpolation_start) {
      token.strip_before = slice(cursor_.span()).ends_with('~');
    } else if (cursor_.is_named()) {
      token.expr = read_expression();
    } else if (symbol == symbol::anon_sym_TILDE_RBRACE) {
      token.strip_after = true;
    }
  }
  if (token.expr == nullptr) token.expr = error_expression(token.span);
  return token;
}

TemplateToken Reader::read_directive() {
  const NewlineScope scope(newlines_, Newlines::blank);
  TemplateToken token;
  token.span = cursor_.span();
  bool in_names = false;
  Children children(*this);
  while (children.next()) {
    const std::uint16_t symbol = cursor_.symbol();
    if (const auto kind = directive_kind(symbol)) {
      token.kind = *kind;
      in_names = kind == TokenKind::for_intro;
    } else if (symbol == symbol::sym_directive_start) {
      token.strip_before = slice(cursor_.span()).ends_with('~');
    } else if (symbol == symbol::anon_sym_TILDE_RBRACE) {
      token.strip_after = true;
    } else if (symbol == symbol::anon_sym_in) {
      in_names = false;
    } else if (cursor_.is_named() && in_names) {
      token.key_name = std::exchange(token.value_name, slice(cursor_.span()));
    } else if (cursor_.is_named()) {
      token.expr = read_expression();
    }
  }
  if (opens_branch(token.kind) && token.expr == nullptr) token.expr = error_expression(token.span);
  return token;
}

}  // namespace smtplint::hcl
