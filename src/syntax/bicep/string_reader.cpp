#include <bicep_symbols.h>

#include <charconv>

#include "base/utf8.h"
#include "syntax/bicep/reader.h"

namespace smtplint::bicep {
namespace {

constexpr std::string_view fence = "'''";

/// What an escape that begins a text stands for, and how long it is.
struct Escape {
  std::string decoded;  ///< empty where it is none
  std::size_t length = 2;
};

struct Unicode {
  char32_t scalar = 0;
  std::size_t length = 0;
};

bool is_high_surrogate(char32_t scalar) { return scalar >= 0xd800 && scalar <= 0xdbff; }
bool is_low_surrogate(char32_t scalar) { return scalar >= 0xdc00 && scalar <= 0xdfff; }

/// `\u{1f600}` at the beginning of a text; nothing where there is none.
std::optional<Unicode> read_unicode(std::string_view text) {
  const std::size_t close = text.find('}');
  if (!text.starts_with("\\u{") || close == std::string_view::npos) return std::nullopt;
  std::uint32_t scalar = 0;
  const char* const end = text.data() + close;
  const auto read = std::from_chars(text.data() + 3, end, scalar, 16);
  if (read.ec != std::errc() || read.ptr != end || scalar > 0x10ffff) return std::nullopt;
  return Unicode{scalar, close + 1};
}

Escape scalar_escape(char32_t scalar, std::size_t length) {
  Escape escape{{}, length};
  if (!is_low_surrogate(scalar)) utf8::append(escape.decoded, scalar);
  return escape;
}

Escape read_escape(std::string_view text) {
  switch (text.size() > 1 ? text[1] : '\0') {
    case 'n':
      return {"\n"};
    case 'r':
      return {"\r"};
    case 't':
      return {"\t"};
    case '\\':
    case '\'':
    case '$':
      return {std::string(1, text[1])};
    case 'u':
      break;
    default:
      return {};
  }
  const auto first = read_unicode(text);
  if (!first) return {};
  if (!is_high_surrogate(first->scalar)) return scalar_escape(first->scalar, first->length);
  // Two halves of one character, as UTF-16 has them.
  const auto second = read_unicode(text.substr(first->length));
  if (!second || !is_low_surrogate(second->scalar)) return {{}, first->length};
  const char32_t scalar = 0x10000 + ((first->scalar - 0xd800) << 10u) + (second->scalar - 0xdc00);
  return scalar_escape(scalar, first->length + second->length);
}

}  // namespace

std::optional<std::size_t> interpolation_signs(std::string_view string) {
  const std::size_t signs = std::min(string.find_first_not_of('$'), string.size());
  const std::string_view rest = string.substr(signs);
  if (!rest.starts_with(fence)) return std::nullopt;
  return signs;
}

void Reader::add_text(Span text, bool multi_line, std::vector<StringPart>& parts) {
  const std::string_view chars = slice(text);
  std::size_t begin = 0;
  const auto add_verbatim = [&](std::size_t end) {
    if (end > begin)
      parts.push_back(
          {PartKind::verbatim,
           {text.begin + static_cast<std::uint32_t>(begin), text.begin + static_cast<std::uint32_t>(end)},
           {},
           nullptr});
  };
  std::size_t at = multi_line ? std::string_view::npos : chars.find('\\');
  while (at != std::string_view::npos) {
    const Escape escape = read_escape(chars.substr(at));
    const auto place = text.begin + static_cast<std::uint32_t>(at);
    const Span span{place, std::min(place + static_cast<std::uint32_t>(escape.length), text.end)};
    add_verbatim(at);
    if (escape.decoded.empty()) builder_.error(span, "`" + std::string(slice(span)) + "` is no escape");
    parts.push_back({PartKind::escape, span, builder_.keep_text(escape.decoded), nullptr});
    begin = std::min(at + escape.length, chars.size());
    at = chars.find('\\', begin);
  }
  add_verbatim(chars.size());
}

namespace {

/// Without what opens the string; a newline right behind the fence of a string on several lines is no text.
Span without_opening(Span span, std::string_view string, std::optional<std::size_t> signs) {
  std::size_t opening = signs ? *signs + fence.size() : 1;
  if (signs && string.substr(opening).starts_with("\r\n")) ++opening;
  if (signs && string.substr(opening).starts_with("\n")) ++opening;
  return {std::min(span.begin + static_cast<std::uint32_t>(opening), span.end), span.end};
}

Span without_end(Span span, std::size_t length) {
  return {span.begin,
          std::max(span.begin, span.end - std::min(span.end, static_cast<std::uint32_t>(length)))};
}

}  // namespace

const Expr* Reader::read_string() {
  Expr string = begin(ExprKind::string);
  const auto signs = interpolation_signs(slice(string.span));
  string.multi_line = signs.has_value();
  Span text = without_opening(string.span, slice(string.span), signs);
  if (cursor_.symbol() == symbol::sym_unterminated_string) {
    builder_.error({string.span.begin, string.span.begin + 1}, "this string is not closed");
  } else {
    text = without_end(text, signs ? fence.size() : 1);
  }
  std::vector<StringPart> parts;
  add_text(text, string.multi_line, parts);
  string.parts = builder_.keep(parts);
  return builder_.keep(string);
}

const Expr* Reader::read_interpolated_string() {
  Expr string = begin(ExprKind::string);
  const auto signs = interpolation_signs(slice(string.span));
  string.multi_line = signs.has_value();
  const std::size_t opening = signs ? *signs + 1 : 2;
  std::vector<StringPart> parts;
  Children children(*this);
  while (children.next()) {
    Span span = cursor_.span();
    switch (cursor_.symbol()) {
      case symbol::sym_string_start:
        add_text(without_end(without_opening(span, slice(span), signs), opening), string.multi_line, parts);
        break;
      case symbol::sym_string_middle:
        add_text(without_end({span.begin + 1, span.end}, opening), string.multi_line, parts);
        break;
      case symbol::sym_string_end:
        add_text(without_end({span.begin + 1, span.end}, signs ? fence.size() : 1), string.multi_line, parts);
        break;
      case symbol::sym_unterminated_string:
        builder_.error({string.span.begin, string.span.begin + 1}, "this string is not closed");
        break;
      default:
        parts.push_back({PartKind::interpolation, span, {}, read_expression()});
    }
  }
  string.parts = builder_.keep(parts);
  return builder_.keep(string);
}

std::optional<std::string> plain_text(std::string_view source, const Expr& expression) {
  if (expression.kind != ExprKind::string) return std::nullopt;
  std::string text;
  for (const StringPart& part : expression.parts) {
    if (part.kind == PartKind::interpolation) return std::nullopt;
    text += part.kind == PartKind::escape ? part.decoded : source.substr(part.span.begin, part.span.length());
  }
  return text;
}

}  // namespace smtplint::bicep
