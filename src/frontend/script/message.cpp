#include <algorithm>
#include <optional>

#include "base/letter_case.h"
#include "base/limit.h"
#include "frontend/script/reading.h"
#include "value/text.h"

namespace smtplint::script {
namespace {

std::string_view without_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The headers of a message or of one of its parts, in lower case and unfolded, and where the text behind
/// them begins.
struct Headers {
  std::string lines;
  std::size_t body = 0;

  [[nodiscard]] std::string_view value(std::string_view name) const {
    const std::size_t at = lines.find("\n" + std::string(name) + ":");
    if (at == std::string::npos) return {};
    const std::size_t begin = at + name.size() + 2;
    return std::string_view(lines).substr(begin, lines.find('\n', begin) - begin);
  }
};

Headers headers_at(std::string_view text, std::size_t at) {
  Headers headers{"\n", at};
  while (headers.body < text.size()) {
    const std::size_t end = std::min(text.find('\n', headers.body), text.size() - 1) + 1;
    const std::string_view line = without_end(text.substr(headers.body, end - headers.body));
    headers.body = end;
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') headers.lines.pop_back();
    headers.lines += lower_case(line) + "\n";
  }
  return headers;
}

/// The mark between parts keeps its case.
std::string_view boundary_of(std::string_view text) {
  constexpr std::string_view name = "boundary=";
  const std::size_t at = lower_case(text.substr(0, 4096)).find(name);
  if (at == std::string::npos) return {};
  std::string_view rest = text.substr(at + name.size());
  if (rest.starts_with('"')) return rest.substr(1, rest.find('"', 1) - 1);
  return rest.substr(0, rest.find_first_of("; \t\r\n"));
}

void read_part(Value text, std::size_t begin, std::size_t end, Reading& reading) {
  const Headers headers = headers_at(text.text().chars.substr(0, end), begin);
  Value content = text_part(reading.store(), text, headers.body, end - headers.body);
  if (headers.value("content-transfer-encoding").find("base64") != std::string_view::npos) {
    content = decoded(content, reading);
  }
  const std::string_view type = headers.value("content-type");
  if (type.find("text/cloud-config") != std::string_view::npos) {
    if (reading.depth < reading.session.limits.depth) return read_cloud_config(content, reading);
    return reading.cut_off(place_of(reading, content), Limit::embedded_depth);
  }
  const bool script = type.find("x-shellscript") != std::string_view::npos;
  read_inner(content, script ? Kind::commands : Kind::user_data, reading);
}

}  // namespace

bool is_message(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  const std::string head = lower_case(text.substr(begin, 256));
  return (head.starts_with("content-type:") || head.starts_with("mime-version:")) &&
         head.find("multipart/") != std::string::npos;
}

void read_message(Value text, Reading& reading) {
  const std::string_view chars = text.text().chars;
  const std::string_view boundary = boundary_of(chars);
  if (boundary.empty()) return;
  const std::string mark = "--" + std::string(boundary);
  std::size_t at = chars.find("\n" + mark);
  while (at != std::string_view::npos) {
    const std::size_t line_end = chars.find('\n', at + 1);
    const bool last = chars.substr(at + 1 + mark.size()).starts_with("--");
    if (last || line_end == std::string_view::npos) return;
    const std::size_t next = chars.find("\n" + mark, line_end);
    // The line break before a mark belongs to the mark.
    std::size_t end = std::min(next, chars.size());
    if (end > line_end + 1 && chars[end - 1] == '\r') --end;
    read_part(text, line_end + 1, end, reading);
    at = next;
  }
}

}  // namespace smtplint::script
