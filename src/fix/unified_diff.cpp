#include "fix/unified_diff.h"

#include <algorithm>

#include "base/assert.h"
#include "fix/edits.h"

namespace smtplint::fix {
namespace {

constexpr std::size_t context_lines = 3;

/// A line as git counts them: up to its `\n`, which is part of it.
struct Line {
  Span span;
  bool secret = false;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end;
  }
  return lines;
}

/// Lines that are replaced, [begin, end), with the edits in them.
struct Change {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Edit> edits;
};

/// A run of changes with the lines around and between them.
struct Hunk {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Change> changes;
};

class FileDiff {
 public:
  FileDiff(const Source& source, std::span<const Edit> edits, std::span<const Span> secrets)
      : source_(source), edits_(edits), lines_(lines_of(source.text())) {
    for (const Span secret : secrets) mark(secret);
  }

  std::optional<std::string> write() {
    for (const Edit& edit : edits_) add(edit);
    std::string text;
    for (const Hunk& hunk : hunks()) {
      if (!can_be_applied(hunk)) return std::nullopt;
      write(hunk, text);
    }
    return text;
  }

 private:
  [[nodiscard]] std::size_t line_at(std::uint32_t offset) const {
    const auto behind =
        std::ranges::upper_bound(lines_, offset, {}, [](const Line& line) { return line.span.end; });
    return std::min(static_cast<std::size_t>(behind - lines_.begin()), lines_.size() - 1);
  }

  void mark(Span secret) {
    if (secret.begin >= secret.end) return;
    const std::size_t last = line_at(secret.end - 1);
    for (std::size_t line = line_at(secret.begin); line <= last; ++line) lines_[line].secret = true;
  }

  void add(const Edit& edit) {
    const Span span = edit.place.span;
    const std::size_t first = line_at(span.begin);
    const std::size_t last = span.end > span.begin ? line_at(span.end - 1) : first;
    if (!changes_.empty() && first < changes_.back().end) {
      changes_.back().end = std::max(changes_.back().end, last + 1);
      changes_.back().edits.push_back(edit);
    } else {
      changes_.push_back({first, last + 1, {edit}});
    }
  }

  /// As many lines of context as there are and may be shown.
  [[nodiscard]] std::size_t context_before(std::size_t line) const {
    std::size_t count = 0;
    while (count < context_lines && count < line && !lines_[line - count - 1].secret) ++count;
    return count;
  }
  [[nodiscard]] std::size_t context_behind(std::size_t line) const {
    std::size_t count = 0;
    while (count < context_lines && line + count < lines_.size() && !lines_[line + count].secret) ++count;
    return count;
  }

  [[nodiscard]] std::vector<Hunk> hunks() const {
    std::vector<Hunk> hunks;
    for (const Change& change : changes_) {
      const std::size_t begin = change.begin - context_before(change.begin);
      const std::size_t end = change.end + context_behind(change.end);
      if (!hunks.empty() && begin <= hunks.back().end) {
        hunks.back().end = end;
        hunks.back().changes.push_back(change);
      } else {
        hunks.push_back({begin, end, {change}});
      }
    }
    return hunks;
  }

  /// Without a line of context behind it git takes a change for the end of the file, and without one before a
  /// change of the first line for its start.
  [[nodiscard]] bool can_be_applied(const Hunk& hunk) const {
    return hunk.end > hunk.changes.back().end || hunk.end == lines_.size();
  }

  [[nodiscard]] std::string replaced(const Change& change) const {
    const std::uint32_t begin = lines_[change.begin].span.begin;
    std::vector<Edit> moved = change.edits;
    for (Edit& edit : moved) {
      edit.place.span.begin -= begin;
      edit.place.span.end -= begin;
    }
    return edited(source_.slice({begin, lines_[change.end - 1].span.end}), moved);
  }

  void write_lines(char sign, std::string_view text, std::string& out, std::size_t& count) const {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      out += sign;
      out += text.substr(0, end);
      out += end == std::string_view::npos ? "\n\\ No newline at end of file\n" : "\n";
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      ++count;
    }
  }

  void write_context(std::size_t begin, std::size_t end, std::string& out, std::size_t& old_count,
                     std::size_t& new_count) const {
    for (std::size_t line = begin; line < end; ++line) {
      write_lines(' ', marked(line, source_.slice(lines_[line].span)), out, old_count);
      ++new_count;
    }
  }

  /// A byte order mark stands on the first line of the file, though not of its text.
  [[nodiscard]] std::string marked(std::size_t line, std::string_view text) const {
    const bool mark = line == 0 && source_.encoding() == Encoding::utf8_with_bom;
    return (mark ? "\xef\xbb\xbf" : "") + std::string(text);
  }

  void write(const Hunk& hunk, std::string& text) {
    std::string body;
    std::size_t old_count = 0;
    std::size_t new_count = 0;
    std::size_t line = hunk.begin;
    for (const Change& change : hunk.changes) {
      write_context(line, change.begin, body, old_count, new_count);
      const Span old{lines_[change.begin].span.begin, lines_[change.end - 1].span.end};
      write_lines('-', marked(change.begin, source_.slice(old)), body, old_count);
      write_lines('+', marked(change.begin, replaced(change)), body, new_count);
      line = change.end;
    }
    write_context(line, hunk.end, body, old_count, new_count);
    const std::size_t new_begin = hunk.begin + 1 + added_ - removed_;
    text += "@@ -" + std::to_string(hunk.begin + 1) + "," + std::to_string(old_count) + " +" +
            std::to_string(new_count == 0 ? new_begin - 1 : new_begin) + "," + std::to_string(new_count) +
            " @@\n" + body;
    added_ += new_count;
    removed_ += old_count;
  }

  const Source& source_;
  std::span<const Edit> edits_;
  std::vector<Line> lines_;
  std::vector<Change> changes_;
  std::size_t added_ = 0;
  std::size_t removed_ = 0;
};

/// Names with control characters, quotes or backslashes stand in quotes, as git writes them.
std::string quoted_name(const std::string& name) {
  std::string text;
  bool special = false;
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x20 && byte != 0x7f && letter != '"' && letter != '\\') {
      text += letter;
      continue;
    }
    special = true;
    text += '\\';
    if (letter == '"' || letter == '\\') {
      text += letter;
    } else {
      for (const unsigned shift : {6u, 3u, 0u}) text += static_cast<char>('0' + ((byte >> shift) & 7u));
    }
  }
  return special ? "\"" + text + "\"" : text;
}

/// A tab ends a name that has blanks in it.
std::string name_line(std::string_view sign, const std::string& name) {
  const std::string tab = name.find(' ') == std::string::npos ? "" : "\t";
  return std::string(sign) + " " + quoted_name(name) + tab + "\n";
}

}  // namespace

std::optional<std::string> unified_diff(const Source& source, std::span<const Edit> edits,
                                        std::span<const Span> secrets) {
  const Encoding encoding = source.encoding();
  if (encoding == Encoding::utf16_little || encoding == Encoding::utf16_big) return std::nullopt;
  SMTPLINT_ASSERT(!edits.empty() && !source.text().empty());
  const auto hunks = FileDiff(source, edits, secrets).write();
  if (!hunks) return std::nullopt;
  return name_line("---", "a/" + source.path()) + name_line("+++", "b/" + source.path()) + *hunks;
}

}  // namespace smtplint::fix
