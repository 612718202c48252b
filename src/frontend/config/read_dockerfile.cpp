#include <algorithm>
#include <map>
#include <optional>

#include "base/letter_case.h"
#include "frontend/config/formats.h"
#include "frontend/config/lines.h"

namespace smtplint::config {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// The variable that a value is, as a whole: `$A`, `${A}`.
std::string_view variable_in(std::string_view value) {
  if (!value.starts_with('$')) return {};
  value.remove_prefix(1);
  if (value.starts_with('{') && value.ends_with('}')) value = value.substr(1, value.size() - 2);
  return std::ranges::all_of(value, is_name_character) ? value : std::string_view();
}

class DockerfileReader {
 public:
  explicit DockerfileReader(std::string_view text) : text_(text) { document_.kind = Node::Kind::map; }

  Reading read() {
    const std::vector<Line> lines = lines_of(text_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t first = i;
      std::size_t last = first;
      while (lines[last].text.ends_with('\\') && i + 1 < lines.size()) {
        ++i;
        if (!is_between(lines[i])) last = i;
      }
      instruction(lines[first].begin, lines[last].begin + lines[last].text.size());
    }
    return {{std::move(document_)}, {}};
  }

 private:
  /// Comments and empty lines between the lines of an instruction do not end it.
  static bool is_between(const Line& line) {
    const std::string_view text = trimmed(line).text;
    return text.empty() || text.starts_with('#');
  }

  void instruction(std::size_t begin, std::size_t end) {
    const std::size_t word_end = std::min(text_.find_first_of(blanks, begin), end);
    const std::string_view word = text_.substr(begin, word_end - begin);
    at_ = word_end;
    end_ = end;
    if (equal_ignoring_case(word, "ENV")) {
      while (auto member = assignment(true)) set(std::move(*member));
    } else if (equal_ignoring_case(word, "ARG")) {
      while (auto member = assignment(false)) arguments_[member->name] = std::move(member->value);
    }
  }

  /// What is given to a build takes the place of an argument's value.
  void set(Member member) {
    const std::string variable(variable_in(member.value.text));
    const auto argument = arguments_.find(variable);
    if (!variable.empty() && argument != arguments_.end()) {
      member.value = argument->second;
      member.value.variables.insert(member.value.variables.begin(), variable);
    }
    const auto same = std::ranges::find(document_.members, member.name, &Member::name);
    if (same == document_.members.end()) {
      document_.members.push_back(std::move(member));
    } else {
      *same = std::move(member);
    }
  }

  [[nodiscard]] bool begins_line(std::size_t at) const {
    const std::string_view before = text_.substr(0, at);
    const std::size_t last = before.find_last_not_of(" \t");
    return last == std::string_view::npos || before[last] == '\n';
  }

  void skip_blanks() {
    while (at_ < end_) {
      const bool joint =
          text_[at_] == '\\' && at_ + 1 < end_ && blanks.find(text_[at_ + 1]) != std::string_view::npos;
      const bool comment = text_[at_] == '#' && begins_line(at_);
      if (comment) at_ = std::min(text_.find('\n', at_), end_);
      if (!joint && !comment && blanks.find(text_[at_]) == std::string_view::npos) return;
      if (at_ < end_) ++at_;
    }
  }

  /// `NAME=value`, or `NAME value` where the whole line is one value.
  std::optional<Member> assignment(bool may_be_old_form) {
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
  Node document_;
  std::map<std::string, Node> arguments_;
  std::size_t at_ = 0, end_ = 0;
};

}  // namespace

Reading read_dockerfile(std::string_view text, const ReadOptions& /*options*/) {
  return DockerfileReader(text).read();
}

}  // namespace smtplint::config
