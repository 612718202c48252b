#include <algorithm>

#include "base/utf8.h"
#include "frontend/terraform/functions/computations.h"

namespace smtplint::terraform::functions {
namespace {

constexpr std::size_t best_width = 80;
constexpr std::size_t longest_simple_key = 128;

bool is_printable(char32_t scalar) {
  if (scalar >= 0x20 && scalar <= 0x7e) return true;
  if (scalar == 0x2028 || scalar == 0x2029 || scalar == 0xfeff) return false;
  return (scalar >= 0xa0 && scalar <= 0xd7ff) || (scalar >= 0xe000 && scalar <= 0xfffd);
}

std::string hex_escape(char32_t scalar) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const unsigned count = scalar <= 0xff ? 2 : (scalar <= 0xffff ? 4 : 8);
  std::string text = count == 2 ? "\\x" : (count == 4 ? "\\u" : "\\U");
  for (unsigned i = count; i > 0; --i) text += digits[(scalar >> (4 * (i - 1))) & 0xfu];
  return text;
}

struct Escape {
  char32_t scalar;
  char letter;
};
constexpr Escape escapes[] = {{0, '0'},     {7, 'a'},    {8, 'b'},    {9, 't'},      {10, 'n'},
                              {11, 'v'},    {12, 'f'},   {13, 'r'},   {27, 'e'},     {'"', '"'},
                              {'\\', '\\'}, {0x85, 'N'}, {0xa0, '_'}, {0x2028, 'L'}, {0x2029, 'P'}};

/// The escape of a scalar inside double quotes; empty where it stands as it is.
std::string escape_of(char32_t scalar) {
  if (is_printable(scalar) && scalar != '"' && scalar != '\\') return "";
  const auto* known = std::ranges::find(escapes, scalar, &Escape::scalar);
  if (known != std::end(escapes)) return {'\\', known->letter};
  return hex_escape(scalar);
}

/// Whether a text of several lines may stand as a literal block.
bool may_be_block(const Text& text) {
  if (text.has_holes() || text.chars.find('\n') == std::string_view::npos) return false;
  if (text.chars.find(" \n") != std::string_view::npos || text.chars.ends_with(' ')) return false;
  for (std::size_t at = 0; at < text.chars.size();) {
    const utf8::Decoded next = utf8::decode(text.chars.substr(at));
    if (next.scalar != '\n' && !is_printable(next.scalar)) return false;
    at += next.bytes;
  }
  return true;
}

class YamlWriter {
 public:
  explicit YamlWriter(Call& call) : call_(call), result_(call) {}

  /// A whole document.
  bool document(Value value) {
    const bool container = value.is_sequence() || value.is_mapping();
    if (!write(value, 0, 0)) return false;
    const bool open_ended = !container && !value.is(ValueType::string) && !value.is_unknown();
    if (open_ended) add("...\n");
    return true;
  }
  [[nodiscard]] Value finish() { return result_.finish(); }

 private:
  void add(std::string_view text) {
    result_.add(text);
    const std::size_t line = text.rfind('\n');
    const std::string_view last = line == std::string_view::npos ? text : text.substr(line + 1);
    column_ = (line == std::string_view::npos ? column_ : 0) + last.size();
  }
  void indent(std::size_t spaces) { add(std::string(spaces, ' ')); }

  /// A value behind a dash, a colon or nothing: `inner` is the indent of what it holds, `scalar` that of its
  /// lines.
  bool write(Value value, std::size_t inner, std::size_t scalar) {
    if (!call_.context.budget.spend() || result_.cut_off()) {
      result_.cut();
      return true;
    }
    if (value.is_sequence()) return sequence(value, inner);
    if (value.is_mapping()) return mapping(value, inner);
    if (value.is(ValueType::string)) {
      string(value, scalar);
      return true;
    }
    plain(value);
    add("\n");
    return true;
  }

  void plain(Value value) {
    if (value.is_unset()) {
      add("null");
    } else if (value.is_scalar()) {
      column_ += 1;
      static_cast<void>(result_.add_value(value));
    } else {
      result_.add_hole(call_.reason_of(value));
    }
  }

  bool sequence(Value value, std::size_t inner) {
    if (value.rest() != nullptr) result_.add_hole(value.rest());
    if (value.items().empty()) {
      add("[]\n");
      return true;
    }
    bool first = true;
    for (const Value item : value.items()) {
      if (!first) indent(inner);
      first = false;
      add("- ");
      if (!write(item, inner + 2, inner + 2)) return false;
    }
    return true;
  }

  bool mapping(Value value, std::size_t inner) {
    if (value.rest() != nullptr) result_.add_hole(value.rest());
    if (value.entries().empty()) {
      add("{}\n");
      return true;
    }
    bool first = true;
    for (const Entry& entry : value.entries()) {
      const bool simple =
          entry.key.size() <= longest_simple_key && entry.key.find('\n') == std::string_view::npos;
      if (!simple) return false;
      if (!first) indent(inner);
      first = false;
      quoted(call_.store().string(entry.key, call_.store().step(How::literal, entry.key_place)), 0);
      add(":");
      if (!member(entry.value, inner)) return false;
    }
    return true;
  }

  bool member(Value value, std::size_t inner) {
    const bool items = value.is_sequence() && !value.items().empty();
    const bool members = value.is_mapping() && !value.entries().empty();
    if (!items && !members) {
      add(" ");
      return write(value, inner, inner + 2);
    }
    const std::size_t below = items ? inner : inner + 2;
    add("\n");
    indent(below);
    return write(value, below, below);
  }

  void string(Value value, std::size_t lines_indent) {
    const std::size_t spaces = std::max<std::size_t>(lines_indent, 2);
    if (may_be_block(value.text())) {
      block(value, spaces);
    } else {
      quoted(value, spaces);
      add("\n");
    }
  }

  void block(Value value, std::size_t spaces) {
    const std::string_view chars = value.text().chars;
    const bool leading = chars.starts_with(' ') || chars.starts_with('\n');
    const bool kept = chars.ends_with("\n\n") || chars == "\n";
    add(std::string("|") + (leading ? "2" : "") + (kept ? "+" : (chars.ends_with('\n') ? "" : "-")) + "\n");
    for (std::size_t at = 0; at < chars.size() && !result_.cut_off();) {
      const std::size_t end = std::min(chars.find('\n', at), chars.size());
      if (end > at) indent(spaces);
      result_.add_part(value, at, std::min(end + 1, chars.size()) - at);
      at = end + 1;
    }
    if (!chars.ends_with('\n')) result_.add("\n");
    column_ = 0;
  }

  /// In double quotes; lines that are too long break at a space where `spaces` is not zero.
  void quoted(Value value, std::size_t spaces) {
    const std::string_view chars = value.text().chars;
    add("\"");
    bool after_space = false;
    for (std::size_t at = 0; at < chars.size() && !result_.cut_off();) {
      const utf8::Decoded next = utf8::decode(chars.substr(at));
      const std::string escape = escape_of(next.scalar);
      const bool space = next.scalar == ' ';
      const bool inside = at > 0 && at + 1 < chars.size();
      if (space && spaces > 0 && !after_space && column_ > best_width && inside) {
        add("\n");
        indent(spaces);
        if (chars[at + 1] == ' ') add("\\");
      } else if (escape.empty() || is_hole(value, at)) {
        result_.add_part(value, at, next.bytes);
        ++column_;
      } else {
        result_.add_own(escape, value.provenance());
        column_ += escape.size();
      }
      after_space = space;
      at += next.bytes;
    }
    add("\"");
  }

  [[nodiscard]] static bool is_hole(Value value, std::size_t at) {
    return value.text().has_holes() && value.text().chars.substr(at).starts_with(hole_text);
  }

  Call& call_;
  ResultText result_;
  std::size_t column_ = 0;
};

}  // namespace

Value yaml_encode(Call& call) {
  YamlWriter writer(call);
  return writer.document(call.arguments[0]) ? writer.finish()
                                            : call.unknown(ReasonKind::unsupported_function);
}

}  // namespace smtplint::terraform::functions
