#include "frontend/config/dockerfile_instructions.h"

#include <algorithm>
#include <optional>

#include "base/letter_case.h"
#include "frontend/config/lines.h"

namespace smtplint::config {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Comments and empty lines between the lines of an instruction do not end it.
bool is_between(const Line& line) {
  const std::string_view text = trimmed(line).text;
  return text.empty() || text.starts_with('#');
}

/// The end marks of the here-documents that a line begins: `<<EOF`, `<<-"EOF"`.
std::vector<std::string_view> end_marks(std::string_view line) {
  std::vector<std::string_view> marks;
  for (std::size_t at = line.find("<<"); at != std::string_view::npos; at = line.find("<<", at)) {
    at += 2;
    if (at < line.size() && line[at] == '<') {
      at = line.find_first_not_of('<', at);
      continue;
    }
    if (at < line.size() && line[at] == '-') ++at;
    if (at < line.size() && (line[at] == '"' || line[at] == '\'')) ++at;
    const std::size_t begin = at;
    while (at < line.size() && is_name_character(line[at])) ++at;
    if (at > begin) marks.push_back(line.substr(begin, at - begin));
  }
  return marks;
}

class AssignmentReader {
 public:
  AssignmentReader(std::string_view text, const Instruction& instruction)
      : text_(text), at_(instruction.begin), end_(instruction.lines_end) {}

  std::optional<Member> next(bool may_be_old_form) {
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < end_ && is_name_character(text_[at_])) ++at_;
    if (at_ == begin) return std::nullopt;
    const bool assigns = at_ < end_ && text_[at_] == '=';
    if (!assigns && may_be_old_form) at_ = std::min(text_.find_first_of(blanks, at_), end_);
    Member member{std::string(text_.substr(begin, at_ - begin)), span_of(begin, at_), {}};
    if (!assigns && !may_be_old_form) return member;
    if (assigns) {
      ++at_;
      member.value = value();
    } else {
      skip_blanks();
      const Line rest = trimmed({at_, text_.substr(at_, end_ - at_)});
      member.value = text_node(rest.begin, rest.begin + rest.text.size(), std::string(rest.text));
      at_ = end_;
    }
    return member;
  }

 private:
  void skip_blanks() {
    while (at_ < end_) {
      const bool joint =
          text_[at_] == '\\' && at_ + 1 < end_ && blanks.find(text_[at_ + 1]) != std::string_view::npos;
      const std::size_t behind = behind_comment(text_, at_, end_);
      const bool comment = behind > at_;
      at_ = behind;
      if (!joint && !comment && (at_ >= end_ || blanks.find(text_[at_]) == std::string_view::npos)) return;
      if (at_ < end_ && !comment) ++at_;
    }
  }

  Node value() {
    const char quote = at_ < end_ && (text_[at_] == '"' || text_[at_] == '\'') ? text_[at_] : '\0';
    if (quote != '\0') ++at_;
    const std::size_t begin = at_;
    std::string decoded;
    while (at_ < end_) {
      const char c = text_[at_];
      if (quote == '\0' ? blanks.find(c) != std::string_view::npos : c == quote) break;
      const bool escape = c == '\\' && quote != '\'' && at_ + 1 < end_;
      if (escape && blanks.find(text_[at_ + 1]) != std::string_view::npos && quote == '\0' &&
          text_[at_ + 1] != ' ')
        break;
      if (escape) ++at_;
      decoded += text_[at_++];
    }
    Node node = text_node(begin, at_, std::move(decoded));
    if (quote != '\0' && at_ < end_) ++at_;
    return node;
  }

  std::string_view text_;
  std::size_t at_, end_;
};

}  // namespace

bool Instruction::is(std::string_view name) const { return equal_ignoring_case(word, name); }

std::vector<Instruction> instructions_of(std::string_view text) {
  std::vector<Instruction> found;
  const std::vector<Line> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t first = i;
    std::size_t last = first;
    while (lines[last].text.ends_with('\\') && i + 1 < lines.size()) {
      ++i;
      if (!is_between(lines[i])) last = i;
    }
    Instruction instruction;
    const Line start = trimmed(lines[first]);
    const std::size_t end = lines[last].begin + lines[last].text.size();
    instruction.begin = std::min(text.find_first_of(blanks, start.begin), end);
    instruction.word = text.substr(start.begin, instruction.begin - start.begin);
    instruction.lines_end = instruction.end = end;
    const bool may_hold_texts = instruction.is("RUN") || instruction.is("COPY") || instruction.is("ADD");
    if (may_hold_texts) {
      for (const std::string_view mark : end_marks(text.substr(start.begin, end - start.begin))) {
        bool ended = false;
        while (!ended && i + 1 < lines.size()) ended = trimmed(lines[++i]).text == mark;
        instruction.end = ended ? lines[i].begin + lines[i].text.size() : text.size();
        if (instruction.texts_end == 0) instruction.texts_end = ended ? lines[i].begin : text.size();
      }
    }
    if (!instruction.word.empty() && !instruction.word.starts_with('#')) found.push_back(instruction);
  }
  return found;
}

std::vector<Member> assignments_of(std::string_view text, const Instruction& instruction) {
  std::vector<Member> members;
  AssignmentReader reader(text, instruction);
  while (auto member = reader.next(instruction.is("ENV"))) members.push_back(std::move(*member));
  return members;
}

std::size_t behind_comment(std::string_view text, std::size_t at, std::size_t end) {
  if (at >= end || text[at] != '#') return at;
  const std::size_t last = text.substr(0, at).find_last_not_of(" \t");
  if (last != std::string_view::npos && text[last] != '\n') return at;
  return std::min(text.find('\n', at), end - 1) + 1;
}

}  // namespace smtplint::config
