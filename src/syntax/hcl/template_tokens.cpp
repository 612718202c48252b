#include "syntax/hcl/template_tokens.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"

namespace smtplint::hcl {
namespace {

/// One character as it is after decoding, and its length in the source.
struct Unit {
  std::uint32_t length;
  bool space;
};

Unit unit_at(std::string_view text, TextStyle style) {
  if (const auto escape = escape_at(text, style)) {
    return {escape->length, escape->valid && is_space(utf8::decode(escape->decoded).scalar)};
  }
  const utf8::Decoded character = utf8::decode(text);
  return {character.bytes, is_space(character.scalar)};
}

std::uint32_t leading_space(std::string_view text, TextStyle style) {
  std::uint32_t length = 0;
  while (length < text.size()) {
    const Unit unit = unit_at(text.substr(length), style);
    if (!unit.space) break;
    length += unit.length;
  }
  return length;
}

std::uint32_t length_without_trailing_space(std::string_view text, TextStyle style) {
  std::uint32_t end = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const Unit unit = unit_at(text.substr(at), style);
    at += unit.length;
    if (!unit.space) end = at;
  }
  return end;
}

void strip_marked(std::string_view source, TextStyle style, std::vector<TemplateToken>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].strip_before && i > 0 && tokens[i - 1].kind == TokenKind::text) {
      Span& text = tokens[i - 1].span;
      text.end = text.begin + length_without_trailing_space(source.substr(text.begin, text.length()), style);
    }
    if (tokens[i].strip_after && i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::text) {
      Span& text = tokens[i + 1].span;
      text.begin += leading_space(source.substr(text.begin, text.length()), style);
    }
  }
}

constexpr std::uint32_t unlimited = std::numeric_limits<std::uint32_t>::max();

/// Indents count characters, and a carriage return with its newline is one.
struct Indent {
  std::uint32_t characters = 0;
  std::uint32_t bytes = 0;
};

Indent indent_of(std::string_view line, std::uint32_t most) {
  Indent indent;
  while (indent.bytes < line.size() && indent.characters < most) {
    const std::string_view rest = line.substr(indent.bytes);
    const utf8::Decoded character = utf8::decode(rest);
    if (!is_space(character.scalar)) break;
    indent.bytes += rest.starts_with("\r\n") ? 2 : character.bytes;
    ++indent.characters;
  }
  return indent;
}

void strip_indent(std::string_view source, std::vector<TemplateToken>& tokens) {
  std::vector<Span*> lines;
  std::uint32_t smallest = unlimited;
  bool at_line_start = true;
  for (TemplateToken& token : tokens) {
    const bool text = token.kind == TokenKind::text;
    const std::string_view line = text ? source.substr(token.span.begin, token.span.length()) : "";
    const bool ends_line = line.ends_with('\n');
    if (at_line_start && text) {
      const Indent indent = indent_of(line, unlimited);
      const bool blank = indent.bytes == line.size() && ends_line;
      if (!blank) {
        lines.push_back(&token.span);
        smallest = std::min(smallest, indent.characters);
      }
    } else if (at_line_start) {
      smallest = 0;
    }
    at_line_start = ends_line;
  }
  for (Span* const line : lines) {
    line->begin += indent_of(source.substr(line->begin, line->length()), smallest).bytes;
  }
}

}  // namespace

void split_text(std::string_view source, Span text, TextStyle style, std::vector<TemplateToken>& tokens) {
  TemplateToken token;
  if (style == TextStyle::quoted) {
    token.span = text;
    tokens.push_back(token);
    return;
  }
  while (text.begin < text.end) {
    const std::string_view rest = source.substr(text.begin, text.length());
    const std::size_t length = std::min(rest.find('\n'), rest.size() - 1) + 1;
    token.span = {text.begin, text.begin + static_cast<std::uint32_t>(length)};
    tokens.push_back(token);
    text.begin = token.span.end;
  }
}

void strip_tokens(std::string_view source, TextStyle style, std::vector<TemplateToken>& tokens) {
  strip_marked(source, style, tokens);
  if (style == TextStyle::flush_heredoc) strip_indent(source, tokens);
}

}  // namespace smtplint::hcl
