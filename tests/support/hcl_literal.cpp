#include "support/hcl_literal.h"

#include <algorithm>

#include "base/utf8.h"

namespace smtplint::hcl {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_quoted(std::string& out, char c) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20 && byte != 0x7f) {
    out += c;
  } else {
    out += "\\u00";
    out += hex_digits[byte >> 4u];
    out += hex_digits[byte & 0xfu];
  }
}

bool skip_digits(std::string_view& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(digits);
  return digits > 0;
}

bool skip(std::string_view& text, std::string_view characters) {
  if (text.empty() || characters.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/// Is the text a number literal?
bool is_number(std::string_view text) {
  if (!skip_digits(text)) return false;
  if (skip(text, ".") && !skip_digits(text)) return false;
  if (skip(text, "eE")) {
    (void)skip(text, "+-");
    if (!skip_digits(text)) return false;
  }
  return text.empty();
}

bool is_bare(std::string_view text) {
  return text == "true" || text == "false" || text == "null" || is_number(text);
}

bool starts_with_space(std::string_view text) { return !text.empty() && is_space(utf8::decode(text).scalar); }

std::string_view without_leading_space(std::string_view text) {
  while (starts_with_space(text)) text.remove_prefix(utf8::decode(text).bytes);
  return text;
}

bool is_blank(std::string_view line) { return without_leading_space(line).empty(); }

/// A heredoc as it is written.
struct Heredoc {
  std::string_view intro;  ///< the line that opens it, with its newline
  std::string_view marker;
  std::string_view indent;  ///< of `<<-`: what stands before its first line that is not blank
  std::string_view close;   ///< the line that closes it

  [[nodiscard]] bool flush() const { return intro.starts_with("<<-"); }
};

Heredoc read_heredoc(std::string_view text) {
  Heredoc heredoc;
  std::size_t at = text.find('\n') + 1;
  heredoc.intro = text.substr(0, at);
  heredoc.marker = heredoc.intro.substr(heredoc.flush() ? 3 : 2);
  heredoc.marker = heredoc.marker.substr(0, heredoc.marker.find_first_of("\r\n"));
  const std::size_t last_line = text.find_last_of('\n') + 1;
  heredoc.close = text.substr(last_line);
  while (heredoc.flush() && at < last_line) {
    const std::size_t end = text.find('\n', at);
    const std::string_view line = text.substr(at, end - at);
    if (!is_blank(line)) {
      heredoc.indent = line.substr(0, line.size() - without_leading_space(line).size());
      break;
    }
    at = end + 1;
  }
  return heredoc;
}

bool closes(std::string_view line, std::string_view marker) {
  line = without_leading_space(line);
  return line.starts_with(marker) && is_blank(line.substr(marker.size()));
}

/// Can each character stand in a heredoc as it is?
bool is_plain(std::string_view value) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto byte = static_cast<unsigned char>(value[at]);
    const bool allowed = (byte >= 0x20 && byte != 0x7f) || byte == '\n' || byte == '\t';
    if (!allowed && value.substr(at, 2) != "\r\n") return false;
  }
  return true;
}

/// Nothing where a heredoc cannot hold the value: it always ends with a newline, none of its lines can be its
/// marker, and an indent that all lines share would be taken off.
std::optional<std::string> encode_heredoc(const Heredoc& heredoc, std::string_view value) {
  if (!is_plain(value) || (!value.empty() && !value.ends_with('\n'))) return std::nullopt;
  bool keeps_indent = !heredoc.flush() || is_blank(value);
  std::string out(heredoc.intro);
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = value.find('\n', at);
    const std::string_view line = value.substr(at, end - at);
    if (closes(line, heredoc.marker)) return std::nullopt;
    if (!is_blank(line)) {
      keeps_indent = keeps_indent || !starts_with_space(line);
      out += heredoc.indent;
    }
    out += encode_text(line, TextStyle::heredoc);
    out += '\n';
    at = end + 1;
  }
  if (!keeps_indent) return std::nullopt;
  return out.append(heredoc.close);
}

}  // namespace

std::optional<Literal> decode_literal(std::string_view source, const Expr& expression) {
  const std::string_view written = source.substr(expression.span.begin, expression.span.length());
  switch (expression.kind) {
    case ExprKind::null:
      return Literal{LiteralKind::null, std::string(written)};
    case ExprKind::boolean:
      return Literal{LiteralKind::boolean, std::string(written)};
    case ExprKind::number:
      return Literal{LiteralKind::number, std::string(written)};
    case ExprKind::string:
      break;
    default:
      return std::nullopt;
  }
  Literal literal{LiteralKind::string, {}};
  for (const TemplatePart& part : expression.parts) {
    if (part.kind == PartKind::verbatim) {
      literal.text += source.substr(part.span.begin, part.span.length());
    } else if (part.kind == PartKind::escape) {
      literal.text += part.decoded;
    } else {
      return std::nullopt;
    }
  }
  return literal;
}

std::string encode_text(std::string_view value, TextStyle style) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const std::string_view two = value.substr(at, 2);
    if (two == "${" || two == "%{") {
      out += value[at];
      out += value[at];
    } else if (style == TextStyle::quoted) {
      append_quoted(out, value[at]);
    } else {
      out += value[at];
    }
  }
  return out;
}

std::string encode_quoted(std::string_view value) {
  return '"' + encode_text(value, TextStyle::quoted) + '"';
}

std::optional<std::string> encode_literal(std::string_view source, const Expr& literal,
                                          std::string_view wanted) {
  const std::optional<Literal> found = decode_literal(source, literal);
  if (!found) return std::nullopt;
  if (found->kind != LiteralKind::string && is_bare(wanted)) return std::string(wanted);
  if (literal.heredoc) {
    const Heredoc heredoc = read_heredoc(source.substr(literal.span.begin, literal.span.length()));
    if (auto text = encode_heredoc(heredoc, wanted)) return text;
  }
  return encode_quoted(wanted);
}

}  // namespace smtplint::hcl
