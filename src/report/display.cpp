#include "report/display.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace smtplint::report {
namespace {

/// Scalars from `first` to `last`, both included.
struct ScalarRange {
  char32_t first;
  char32_t last;
};

/// Bidirectional controls, line separators and invisible characters that could disguise a line.
constexpr auto disguises = std::to_array<ScalarRange>({
    {0x80, 0x9f},
    {0xad, 0xad},
    {0x61c, 0x61c},
    {0x180e, 0x180e},
    {0x200b, 0x200b},
    {0x200e, 0x200f},
    {0x2028, 0x202e},
    {0x2060, 0x206f},
    {0xfeff, 0xfeff},
    {0xfff9, 0xfffb},
    {0xe0000, 0xe007f},
});

bool disguises_line(char32_t scalar) {
  const auto* after = std::ranges::upper_bound(disguises, scalar, {}, &ScalarRange::first);
  return after != disguises.begin() && scalar <= std::prev(after)->last;
}

Glyph code_point(char32_t scalar) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (char32_t rest = scalar; rest != 0 || hex.size() < 4; rest >>= 4u)
    hex.insert(0, 1, digits[rest & 0xfu]);
  std::string text = "<U+" + hex + ">";
  const auto width = static_cast<std::uint32_t>(text.size());
  return {std::move(text), width};
}

std::uint32_t width_of(char32_t scalar) {
  return static_cast<std::uint32_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(scalar)));
}

std::string utf8_of(char32_t scalar) {
  std::string text;
  utf8::append(text, scalar);
  return text;
}

}  // namespace

Glyph glyph_of(char32_t scalar) {
  constexpr char32_t control_pictures = 0x2400;
  constexpr char32_t delete_picture = 0x2421;
  if (scalar == '\t') return {"    ", 4};
  if (scalar < 0x20) return {utf8_of(control_pictures + scalar), 1};
  if (scalar == 0x7f) return {utf8_of(delete_picture), 1};
  if (disguises_line(scalar)) return code_point(scalar);
  return {utf8_of(scalar), width_of(scalar)};
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  while (!text.empty()) {
    const utf8::Decoded next = utf8::decode(text);
    line += glyph_of(next.scalar).text;
    text.remove_prefix(next.bytes);
  }
  return line;
}

std::string lines_without_commands(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = one_line(text.substr(0, end));
    const std::string_view words =
        std::string_view(line).substr(std::min(line.find_first_not_of(blanks), line.size()));
    if (words.starts_with("::") || words.starts_with("##[")) lines += "| ";
    lines += line;
    if (end < text.size()) lines += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::uint32_t display_width(std::string_view text) {
  std::uint32_t width = 0;
  while (!text.empty()) {
    const utf8::Decoded next = utf8::decode(text);
    width += glyph_of(next.scalar).width;
    text.remove_prefix(next.bytes);
  }
  return width;
}

}  // namespace smtplint::report
