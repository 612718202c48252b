#include "generate/documents/open_text.h"

#include <algorithm>

#include "generate/marked_text.h"

namespace smtplint::generate {
namespace {

constexpr char opens = '\x04';  // behind it stands a digit

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t taken = std::min<std::size_t>(3, bytes.size() - at);
    unsigned group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8u | (i < taken ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i) text += i <= taken ? digits[group >> (18u - 6u * i) & 63u] : '=';
  }
  return text;
}

}  // namespace

std::string open_place(std::size_t inset) { return {opens, static_cast<char>('0' + inset)}; }

std::string fill(const OpenText& text, const std::function<std::string(const std::string&)>& written,
                 const std::function<std::string(const Inset&)>& filled) {
  std::string all;
  for (std::size_t at = 0; at <= text.text.size();) {
    const std::size_t end = std::min(text.text.find(opens, at), text.text.size());
    if (end > at) all += written(text.text.substr(at, end - at));
    if (end == text.text.size()) break;
    all += filled(text.insets[static_cast<std::size_t>(text.text[end + 1] - '0')]);
    at = end + 2;
  }
  return all;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string indented(std::string_view text, std::string_view indent) {
  std::string all;
  for (const std::string& line : lines_of(text))
    all += (line.empty() ? "" : std::string(indent)) + line + "\n";
  return all;
}

std::string in_base64(std::string_view marked) {
  const CleanText clean = without_marks(marked);
  std::string text = base64(clean.text);
  for (const MarkedPlace& place : clean.places) text = with_mark(place.id, text);
  return text;
}

}  // namespace smtplint::generate
