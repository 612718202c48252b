#include "syntax/bicep/statement_starts.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace smtplint::bicep {
namespace {

constexpr std::array<std::string_view, 17> words = {
    "assert", "extends",  "extension", "extensionConfig", "func", "import", "metadata", "module", "output",
    "param",  "provider", "resource",  "targetScope",     "test", "type",   "using",    "var"};

bool begins_statement(std::string_view line) {
  const std::size_t end = std::min(line.find_first_of(" \t="), line.size());
  return end < line.size() && std::ranges::find(words, line.substr(0, end)) != words.end();
}

/// Finds the ends of what may hold lines that only look like statements.
class LineWalk {
 public:
  /// True if the line begins within a comment or a string on several lines.
  bool is_inside() const { return !closer_.empty(); }

  void pass(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      if (is_inside()) {
        const std::size_t end = line.find(closer_, at);
        if (end == std::string_view::npos) return;
        at = end + closer_.size();
        closer_ = {};
      } else if (line.substr(at).starts_with("'''") || line.substr(at).starts_with("/*")) {
        closer_ = line[at] == '/' ? "*/" : "'''";
        at += closer_.size();
      } else if (line.substr(at).starts_with("//")) {
        return;
      } else if (line[at] == '\'') {
        at = end_of_string(line, at + 1);
      } else {
        ++at;
      }
    }
  }

 private:
  static std::size_t end_of_string(std::string_view line, std::size_t at) {
    while (at < line.size() && line[at] != '\'') at += line[at] == '\\' ? 2 : 1;
    return at + 1;
  }

  std::string_view closer_;
};

}  // namespace

std::vector<Span> statement_spans(std::string_view text) {
  std::vector<Span> spans;
  LineWalk walk;
  std::size_t begin = 0;
  bool has_statement = false;
  const auto cut = [&](std::size_t at) {
    if (at > begin) spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    begin = at;
    has_statement = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (!walk.is_inside()) {
      const bool starts = begins_statement(line);
      if (has_statement && (starts || line.starts_with('@'))) cut(at);
      has_statement = has_statement || starts;
    }
    walk.pass(line);
    at = end + 1;
  }
  cut(text.size());
  return spans;
}

}  // namespace smtplint::bicep
