#include "syntax/hcl/statements.h"

#include <algorithm>

namespace smtplint::hcl {
namespace {

enum class Resync { none, at_first_column };

/// What ends a statement outside of brackets.
enum class Separator { newline, newline_or_comma, comma };

/// What stands open: a bracket, a `"`, a heredoc (`<`) or a template sequence (`$`).
struct Open {
  char kind = '{';
  std::uint32_t at = 0;
  Span marker;  ///< of a heredoc
  bool at_line_start = false;
};

constexpr std::size_t longest_look = 256;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

class Cutter {
 public:
  Cutter(std::string_view text, Span range, Separator separator, Resync resync = Resync::none)
      : text_(text.substr(0, range.end)), at_(range.begin), separator_(separator), resync_(resync) {
    begin_statement();
  }

  std::vector<Statement> cut();
  [[nodiscard]] bool balanced() const { return balanced_; }

 private:
  void step();
  void step_code();
  void step_quoted();
  void step_heredoc();
  void take_sequence();
  void take_newline();
  void take_comma();
  void take_assign();
  void take_block_comment();
  void take_heredoc_intro();
  void push(char kind);
  void close(char opening);
  void close_brace();
  void close_down_to(std::size_t depth);
  void note_closed();
  void begin_statement();
  void end_statement();
  [[nodiscard]] bool starts_statement() const;
  [[nodiscard]] bool at(std::string_view token) const { return text_.substr(at_, token.size()) == token; }
  /// How far down a closing bracket looks for its opening one; a text deeper than that is refused anyway.
  [[nodiscard]] std::size_t furthest() const { return open_.size() - std::min(open_.size(), longest_look); }
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  void skip_to(std::string_view token);

  std::string_view text_;
  std::uint32_t at_;
  Separator separator_;
  Resync resync_;
  bool balanced_ = true;
  std::vector<Open> open_;
  Statement current_;
  bool seen_text_ = false;      ///< the statement is not blank
  bool seen_assign_ = false;    ///< an `=` or `:` outside of brackets
  bool value_follows_ = false;  ///< nothing but blanks stands between here and that sign
  std::vector<Statement> statements_;
};

void Cutter::begin_statement() {
  current_ = {};
  current_.span = {at_, at_};
  seen_text_ = false;
  seen_assign_ = false;
  value_follows_ = separator_ == Separator::comma;
  open_.clear();
}

void Cutter::end_statement() {
  current_.span.end = at_;
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    balanced_ = false;
    current_.unclosed = Span{open->at, open->at + 1};
    switch (open->kind) {
      case '{':
        current_.closers += "\n}";
        break;
      case '(':
        current_.closers += ')';
        break;
      case '[':
        current_.closers += ']';
        break;
      case '$':
        current_.closers += '}';
        break;
      case '"':
        current_.closers += '"';
        break;
      default:
        break;
    }
  }
  note_closed();
  if (seen_text_) statements_.push_back(std::move(current_));
  begin_statement();
}

std::vector<Statement> Cutter::cut() {
  while (!done()) step();
  end_statement();
  return std::move(statements_);
}

void Cutter::step() {
  if (open_.empty() || (open_.back().kind != '"' && open_.back().kind != '<')) {
    step_code();
  } else if (open_.back().kind == '"') {
    step_quoted();
  } else {
    step_heredoc();
  }
}

void Cutter::step_code() {
  const char c = text_[at_];
  if (c == '\n') return take_newline();
  if (!is_blank(c)) seen_text_ = true;
  switch (c) {
    case '#':
      return skip_to("\n");
    case '/':
      if (at("//")) return skip_to("\n");
      if (at("/*")) return take_block_comment();
      break;
    case '<':
      if (at("<<")) return take_heredoc_intro();
      break;
    case '"':
    case '(':
    case '[':
    case '{':
      push(c);
      break;
    case ')':
      close('(');
      break;
    case ']':
      close('[');
      break;
    case '}':
      close_brace();
      break;
    case ',':
      if (open_.empty() && separator_ != Separator::newline) return take_comma();
      break;
    case '=':
    case ':':
      return take_assign();
    default:
      break;
  }
  if (!is_blank(c) && open_.size() <= 1) value_follows_ = false;
  ++at_;
}

/// Only the first sign outside of brackets: what follows another one is no plain value.
void Cutter::take_assign() {
  if (open_.empty() && separator_ != Separator::comma) {
    value_follows_ = !seen_assign_;
    seen_assign_ = true;
  }
  ++at_;
}

void Cutter::take_comma() {
  end_statement();
  ++at_;
  begin_statement();
}

void Cutter::push(char kind) {
  if (open_.empty() && value_follows_ && (kind == '{' || kind == '[')) current_.value = Brackets{at_, 0};
  const bool block = kind == '{' && separator_ == Separator::newline && !seen_assign_;
  if (open_.empty() && block && !current_.block) current_.block = Brackets{at_, 0};
  open_.push_back({kind, at_, {}, true});
  current_.deepest = std::max(current_.deepest, static_cast<std::uint32_t>(open_.size()));
}

void Cutter::close_down_to(std::size_t depth) {
  open_.resize(depth);
  if (open_.empty()) note_closed();
}

/// The first brackets of the statement end here.
void Cutter::note_closed() {
  for (std::optional<Brackets>* const brackets : {&current_.block, &current_.value}) {
    if (*brackets && (*brackets)->close == 0) (*brackets)->close = at_;
  }
}

/// A bracket closes those that were left open within it, but never a brace.
void Cutter::close(char opening) {
  for (std::size_t i = open_.size(); i > furthest(); --i) {
    if (open_[i - 1].kind == '{' || open_[i - 1].kind == '$') break;
    if (open_[i - 1].kind == opening) return close_down_to(i - 1);
  }
  balanced_ = false;
}

void Cutter::close_brace() {
  for (std::size_t i = open_.size(); i > furthest(); --i) {
    if (open_[i - 1].kind != '{' && open_[i - 1].kind != '$') continue;
    return close_down_to(i - 1);
  }
  balanced_ = false;
}

void Cutter::take_newline() {
  ++at_;
  const bool separates = open_.empty() && separator_ != Separator::comma;
  if (separates || (resync_ == Resync::at_first_column && starts_statement())) end_statement();
}

bool Cutter::starts_statement() const {
  std::size_t at = at_;
  if (at >= text_.size() || !is_letter(text_[at])) return false;
  const std::size_t line_end = std::min(text_.find('\n', at), text_.size());
  while (at < line_end && is_name_character(text_[at])) ++at;
  while (at < line_end && is_blank(text_[at])) ++at;
  if (at < line_end && text_[at] == '=') return text_.substr(at, 2) != "==" && text_.substr(at, 2) != "=>";
  const std::size_t last = text_.find_last_not_of(" \t\r", line_end - 1);
  return at < line_end && (text_[at] == '"' || text_[at] == '{') &&
         (text_[last] == '{' || text_.substr(at, line_end - at).find('{') != std::string_view::npos);
}

void Cutter::take_block_comment() {
  at_ += 2;
  skip_to("*/");
  at_ = std::min(at_ + 2, static_cast<std::uint32_t>(text_.size()));
}

void Cutter::skip_to(std::string_view token) {
  at_ = static_cast<std::uint32_t>(std::min(text_.find(token, at_), text_.size()));
}

void Cutter::take_heredoc_intro() {
  const std::uint32_t begin = at_;
  at_ += at("<<-") ? 3 : 2;
  const std::uint32_t marker = at_;
  while (!done() && is_name_character(text_[at_])) ++at_;
  const std::uint32_t marker_end = at_;
  if (at("\r")) ++at_;
  if (marker == marker_end || !is_letter(text_[marker]) || !at("\n")) return;
  ++at_;
  open_.push_back({'<', begin, {marker, marker_end}, true});
}

void Cutter::step_quoted() {
  const char c = text_[at_];
  if (c == '\n') {
    open_.pop_back();
    balanced_ = false;
    return;
  }
  if (c == '$' || c == '%') return take_sequence();
  if (c == '"') open_.pop_back();
  if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
  ++at_;
}

/// At `$` or `%` in a template: opens a sequence at `${`, takes `$${` as text.
void Cutter::take_sequence() {
  const char sign = text_[at_];
  const std::uint32_t begin = at_;
  while (!done() && text_[at_] == sign) ++at_;
  if (!at("{")) return;
  if (at_ == begin + 1) {
    open_.back().at_line_start = false;
    push('$');
  }
  ++at_;
}

void Cutter::step_heredoc() {
  Open& heredoc = open_.back();
  if (heredoc.at_line_start) {
    heredoc.at_line_start = false;
    const std::size_t line_end = std::min(text_.find('\n', at_), text_.size());
    std::string_view line = text_.substr(at_, line_end - at_);
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    if (line == text_.substr(heredoc.marker.begin, heredoc.marker.length())) {
      open_.pop_back();
      at_ = static_cast<std::uint32_t>(line_end);
      return;
    }
  }
  const char c = text_[at_];
  if (c == '$' || c == '%') return take_sequence();
  heredoc.at_line_start = c == '\n';
  ++at_;
}

}  // namespace

std::vector<Statement> cut_statements(std::string_view text, Span range) {
  Cutter plain(text, range, Separator::newline);
  std::vector<Statement> statements = plain.cut();
  if (plain.balanced()) return statements;
  return Cutter(text, range, Separator::newline, Resync::at_first_column).cut();
}

std::vector<Statement> cut_object_items(std::string_view text, Span range) {
  return Cutter(text, range, Separator::newline_or_comma).cut();
}

std::vector<Statement> cut_elements(std::string_view text, Span range) {
  return Cutter(text, range, Separator::comma).cut();
}

}  // namespace smtplint::hcl
