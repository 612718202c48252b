#include "frontend/script/sed_script.h"

#include <algorithm>

namespace smtplint::script {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Nothing in it but `.` means more than itself, and a name with dots is meant as one. `{` counts nothing but
/// in front of a number.
bool is_plain(std::string_view pattern) {
  if (pattern.empty() || pattern.find_first_of("*[]^$\\+?()|&") != std::string_view::npos) return false;
  for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
    if (at + 1 < pattern.size() && (is_digit(pattern[at + 1]) || pattern[at + 1] == ',')) return false;
  }
  return true;
}

class SedReader {
 public:
  explicit SedReader(std::string_view script) : script_(script) {}

  std::vector<SedEdit> read() {
    while (at_ < script_.size()) {
      const char c = script_[at_];
      if (is_blank(c) || c == ';' || c == '\n' || c == '}') {
        ++at_;
        continue;
      }
      command_ = at_;
      if (!skip_address() || !read_command()) {
        edits_.push_back({SedEdit::Kind::other, command_, script_.size()});
        break;
      }
    }
    return std::move(edits_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= script_.size(); }

  /// Behind the next delimiter that is not escaped; false where there is none.
  bool skip_to(char delimiter) {
    while (!at_end() && script_[at_] != delimiter) at_ += script_[at_] == '\\' ? 2 : 1;
    if (at_end()) return false;
    ++at_;
    return true;
  }

  /// `/text/`, `3`, `$`, two of them with `,` between, and `!`.
  bool skip_address() {
    while (!at_end()) {
      const char c = script_[at_];
      if (c == '/') {
        ++at_;
        if (!skip_to('/')) return false;
        while (!at_end() && (script_[at_] == 'I' || script_[at_] == 'M')) ++at_;
      } else if (c == '\\' && at_ + 2 < script_.size()) {
        const char delimiter = script_[at_ + 1];
        at_ += 2;
        if (!skip_to(delimiter)) return false;
      } else if (is_digit(c) || is_blank(c) || c == '$' || c == ',' || c == '!' || c == '~' || c == '+') {
        ++at_;
      } else {
        return true;
      }
    }
    return false;
  }

  bool read_command() {
    const char name = script_[at_++];
    grouped_ = grouped_ || name == '{';
    if (name == '{') return true;
    if (name == 's' || name == 'y') return read_replacement(name == 's');
    if (name == 'a' || name == 'i' || name == 'c') return read_line();
    constexpr std::string_view changes_nothing = "pPnNhHgGxqQ=l", deletes = "dD";
    const bool deleting = deletes.find(name) != std::string_view::npos;
    if (!deleting && changes_nothing.find(name) == std::string_view::npos) return false;
    if (deleting) edits_.push_back({SedEdit::Kind::other, command_, at_});
    return true;
  }

  bool read_replacement(bool counts) {
    if (at_end()) return false;
    const char delimiter = script_[at_++];
    const std::size_t found = at_;
    if (!skip_to(delimiter)) return false;
    SedEdit edit{SedEdit::Kind::replacement, at_, at_};
    const std::string_view pattern = script_.substr(found, at_ - 1 - found);
    const bool everywhere_in_file = found == command_ + 2 && !grouped_;
    if (everywhere_in_file && is_plain(pattern)) edit.plain = pattern;
    if (!skip_to(delimiter)) return false;
    edit.end = at_ - 1;
    while (!at_end() && script_[at_] != ';' && script_[at_] != '\n' && script_[at_] != '}') {
      const char flag = script_[at_++];
      const bool known = is_blank(flag) || is_digit(flag) || flag == 'g' || flag == 'I' || flag == 'i' ||
                         flag == 'M' || flag == 'm' || flag == 'p' || flag == 'e';
      if (!known) return false;
      edit.everywhere = edit.everywhere || flag == 'g';
      if (is_digit(flag)) edit.plain = {};
    }
    if (counts) edits_.push_back(edit);
    return true;
  }

  /// On the line of the command, or on the one behind `\`.
  bool read_line() {
    const auto skip_blanks = [this] {
      while (!at_end() && is_blank(script_[at_])) ++at_;
    };
    skip_blanks();
    if (!at_end() && script_[at_] == '\\') ++at_;
    if (!at_end() && script_[at_] == '\n') ++at_;
    skip_blanks();
    const std::size_t end = std::min(script_.find('\n', at_), script_.size());
    edits_.push_back({SedEdit::Kind::line, at_, end});
    at_ = end;
    return true;
  }

  std::string_view script_;
  std::size_t at_ = 0;
  std::size_t command_ = 0;  ///< where the command that is read begins
  bool grouped_ = false;     ///< some commands stand in braces, perhaps behind an address
  std::vector<SedEdit> edits_;
};

}  // namespace

std::vector<SedEdit> sed_edits(std::string_view script) { return SedReader(script).read(); }

}  // namespace smtplint::script
