#include "lsp/framing.h"

#include <algorithm>
#include <charconv>

#include "base/letter_case.h"
#include "base/trimmed.h"

namespace smtplint::lsp {
namespace {

constexpr std::string_view header_end = "\r\n\r\n";
constexpr std::string_view length_name = "content-length";

bool names_other_charset(const std::string& value) {
  const std::size_t at = value.find("charset=");
  if (at == std::string::npos) return false;
  const std::string_view charset = std::string_view(value).substr(at + 8);
  return !charset.starts_with("utf-8") && !charset.starts_with("utf8") && !charset.starts_with("\"utf-8\"");
}

/// The length that a header gives; nothing where there is none that can be used.
std::optional<std::size_t> length_in(std::string_view header) {
  std::optional<std::size_t> length;
  while (!header.empty()) {
    const std::size_t end = std::min(header.find("\r\n"), header.size());
    const std::string_view line = header.substr(0, end);
    header.remove_prefix(std::min(end + 2, header.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string name = lower_case(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1), " \t");
    if (name == "content-type" && names_other_charset(lower_case(value))) return std::nullopt;
    if (name != length_name) continue;
    std::size_t number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool whole = read.ptr == value.data() + value.size() && !value.empty();
    if (read.ec == std::errc::result_out_of_range && whole) return FrameReader::largest_body + 1;
    if (read.ec != std::errc() || !whole || number == 0) return std::nullopt;
    length = number;
  }
  return length;
}

}  // namespace

/// Drops what cannot be the beginning of a header; keeps a tail that may become one.
bool FrameReader::skip_to_header() {
  const auto found = std::search(buffer_.begin(), buffer_.end(), length_name.begin(), length_name.end(),
                                 [](char left, char right) { return lower_case(left) == right; });
  if (found != buffer_.end()) {
    buffer_.erase(buffer_.begin(), found);
    return true;
  }
  if (buffer_.size() >= length_name.size()) buffer_.erase(0, buffer_.size() - length_name.size() + 1);
  return false;
}

std::optional<Frame> FrameReader::refused(Frame::Kind kind, std::size_t end) {
  buffer_.erase(0, end);
  lost_ = true;
  return Frame{kind, {}};
}

std::optional<Frame> FrameReader::next() {
  if (lost_ && !skip_to_header()) return std::nullopt;
  lost_ = false;
  const std::size_t end = buffer_.find(header_end);
  if (end == std::string::npos) {
    if (buffer_.size() <= largest_header) return std::nullopt;
    return refused(Frame::Kind::broken, length_name.size());
  }
  const std::size_t body = end + header_end.size();
  const auto length = length_in(std::string_view(buffer_).substr(0, end));
  if (!length) return refused(Frame::Kind::broken, body);
  if (*length > largest_body) return refused(Frame::Kind::too_large, body);
  if (buffer_.size() - body < *length) return std::nullopt;
  Frame frame{Frame::Kind::body, buffer_.substr(body, *length)};
  buffer_.erase(0, body + *length);
  return frame;
}

}  // namespace smtplint::lsp
