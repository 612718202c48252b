#include <algorithm>
#include <string>

#include "syntax/hcl/template_tokens.h"

namespace smtplint::hcl {
namespace {

bool ends_branch(TokenKind kind) {
  return kind == TokenKind::else_mark || kind == TokenKind::if_end || kind == TokenKind::for_end;
}

std::string_view written(TokenKind kind) {
  switch (kind) {
    case TokenKind::else_mark:
      return "%{ else }";
    case TokenKind::if_end:
      return "%{ endif }";
    case TokenKind::for_end:
      return "%{ endfor }";
    case TokenKind::if_intro:
      return "%{ if }";
    case TokenKind::for_intro:
      return "%{ for }";
    case TokenKind::text:
    case TokenKind::interpolation:
      break;
  }
  return "";
}

/// Makes parts of tokens by recursive descent over the directives; the reader has bounded their depth.
class PartsMaker {
 public:
  PartsMaker(TreeBuilder& builder, TextStyle style, std::span<const TemplateToken> tokens)
      : builder_(builder), style_(style), tokens_(tokens) {}

  std::span<const TemplatePart> make_all();

 private:
  std::span<const TemplatePart> make_branch();
  void make_part(Gathered<TemplatePart>& parts);
  void make_text(Span text, Gathered<TemplatePart>& parts);
  void make_verbatim(Span span, Gathered<TemplatePart>& parts);
  TemplatePart make_conditional();
  TemplatePart make_loop();
  std::uint32_t close(TokenKind kind, const TemplateToken& intro);
  [[nodiscard]] bool at(TokenKind kind) const {
    return next_ < tokens_.size() && tokens_[next_].kind == kind;
  }
  void refuse(const TemplateToken& token);

  TreeBuilder& builder_;
  TextStyle style_;
  std::span<const TemplateToken> tokens_;
  std::size_t next_ = 0;
  std::vector<TemplatePart> pool_;
};

void PartsMaker::refuse(const TemplateToken& token) {
  builder_.error(token.span, "`" + std::string(written(token.kind)) + "` has nothing to close here");
}

std::span<const TemplatePart> PartsMaker::make_all() {
  Gathered<TemplatePart> parts(pool_);
  while (next_ < tokens_.size()) {
    if (ends_branch(tokens_[next_].kind)) {
      refuse(tokens_[next_++]);
    } else {
      make_part(parts);
    }
  }
  // A lone interpolation passes its value on as it is; one with text around it gives a string, even where
  // that text has been stripped to nothing.
  const bool lone = parts.nodes().size() == 1 && parts.nodes()[0].kind == PartKind::interpolation;
  if (lone && tokens_.size() > 1) {
    const std::uint32_t end = parts.nodes()[0].span.end;
    TemplatePart nothing;
    nothing.span = {end, end};
    parts.add(nothing);
  }
  return builder_.keep(parts.nodes());
}

std::span<const TemplatePart> PartsMaker::make_branch() {
  Gathered<TemplatePart> parts(pool_);
  while (next_ < tokens_.size() && !ends_branch(tokens_[next_].kind)) make_part(parts);
  return builder_.keep(parts.nodes());
}

void PartsMaker::make_part(Gathered<TemplatePart>& parts) {
  const TemplateToken& token = tokens_[next_];
  switch (token.kind) {
    case TokenKind::text:
      ++next_;
      make_text(token.span, parts);
      break;
    case TokenKind::interpolation: {
      ++next_;
      TemplatePart part;
      part.kind = PartKind::interpolation;
      part.span = token.span;
      part.expr = token.expr;
      parts.add(part);
      break;
    }
    case TokenKind::if_intro:
      parts.add(make_conditional());
      break;
    default:
      parts.add(make_loop());
      break;
  }
}

TemplatePart PartsMaker::make_conditional() {
  const TemplateToken& intro = tokens_[next_++];
  TemplatePart part;
  part.kind = PartKind::conditional;
  part.expr = intro.expr;
  part.body = make_branch();
  if (at(TokenKind::else_mark)) {
    ++next_;
    part.otherwise = make_branch();
  }
  part.span = {intro.span.begin, close(TokenKind::if_end, intro)};
  return part;
}

TemplatePart PartsMaker::make_loop() {
  const TemplateToken& intro = tokens_[next_++];
  TemplatePart part;
  part.kind = PartKind::loop;
  part.expr = intro.expr;
  part.key_name = intro.key_name;
  part.value_name = intro.value_name;
  part.body = make_branch();
  part.span = {intro.span.begin, close(TokenKind::for_end, intro)};
  return part;
}

std::uint32_t PartsMaker::close(TokenKind kind, const TemplateToken& intro) {
  if (at(kind)) return tokens_[next_++].span.end;
  if (next_ < tokens_.size()) {
    refuse(tokens_[next_]);
    return tokens_[next_].span.begin;
  }
  builder_.error(intro.span, "`" + std::string(written(intro.kind)) + "` is not closed");
  return tokens_.back().span.end;
}

void PartsMaker::make_verbatim(Span span, Gathered<TemplatePart>& parts) {
  if (span.begin == span.end) return;
  TemplatePart* const last = parts.last();
  if (last != nullptr && last->kind == PartKind::verbatim && last->span.end == span.begin) {
    last->span.end = span.end;
    return;
  }
  TemplatePart part;
  part.span = span;
  parts.add(part);
}

void PartsMaker::make_text(Span text, Gathered<TemplatePart>& parts) {
  const std::string_view source = builder_.slice(text);
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t next = find_escape(source, at, style_);
    const auto place = [&](std::size_t offset) { return text.begin + static_cast<std::uint32_t>(offset); };
    make_verbatim({place(at), place(next)}, parts);
    at = next;
    if (next == source.size()) break;
    const Escape escape = *escape_at(source.substr(next), style_);
    const Span span{place(next), place(next + escape.length)};
    at = next + escape.length;
    if (!escape.valid) {
      builder_.error(span, "`" + std::string(builder_.slice(span)) + "` is not a valid escape sequence");
      make_verbatim(span, parts);
      continue;
    }
    TemplatePart part;
    part.kind = PartKind::escape;
    part.span = span;
    part.decoded = builder_.keep_text(escape.decoded);
    parts.add(part);
  }
}

}  // namespace

std::span<const TemplatePart> nest_tokens(TreeBuilder& builder, TextStyle style,
                                          std::span<const TemplateToken> tokens) {
  return PartsMaker(builder, style, tokens).make_all();
}

std::string decode_text(TreeBuilder& builder, Span span, TextStyle style) {
  TemplateToken token;
  token.span = span;
  std::string text;
  for (const TemplatePart& part : nest_tokens(builder, style, std::span<const TemplateToken>(&token, 1))) {
    text += part.kind == PartKind::escape ? part.decoded : builder.slice(part.span);
  }
  return text;
}

}  // namespace smtplint::hcl
