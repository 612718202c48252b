#include "syntax/powershell/resource_tables.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/letter_case.h"
#include "syntax/powershell/quoted.h"

namespace smtplint::powershell {
namespace {

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '$' || c == ':' || c == '.' || c == '\\';
}

/// The type of a resource has the letters of a name; the words of the language have other blocks.
bool is_resource_type(std::string_view word) {
  constexpr std::array keywords = {"node", "if",    "elseif", "else",  "foreach",  "for",    "while", "do",
                                   "try",  "catch", "switch", "param", "function", "filter", "return"};
  const bool name = std::ranges::all_of(
      word, [](char c) { return is_word_char(c) && c != '-' && c != '$' && c != ':' && c != '.'; });
  return name &&
         std::ranges::none_of(keywords, [word](const char* one) { return equal_ignoring_case(word, one); });
}

class ResourceTables {
 public:
  explicit ResourceTables(std::string text) : text_(std::move(text)), turned_(text_) {}

  std::string turned() {
    while (at_ < text_.size()) step();
    return std::move(turned_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (const std::size_t end = end_of_quoted(text_, at_); end > at_) return quoted(end);
    if (c == '{') return open();
    if (c == '}') {
      if (!inside_configuration_.empty()) inside_configuration_.pop_back();
      return forget();
    }
    if (is_word_char(c)) return word();
    if (c == '\n') line_ended_ = true;
    if (c == ';') return forget();
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') plain_ = false;
    ++at_;
  }

  void quoted(std::size_t end) {
    const bool comment = text_[at_] == '#' || text_[at_] == '<';
    if (!comment) add_word(at_, end);
    at_ = end;
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word_char(text_[at_])) ++at_;
    add_word(begin, at_);
  }

  /// A word on a new line begins a statement; only a block may stand there and belong to what is before.
  void add_word(std::size_t begin, std::size_t end) {
    if (line_ended_) {
      words_.clear();
      plain_ = true;
      line_ended_ = false;
    }
    words_.push_back(std::string_view(text_).substr(begin, end - begin));
  }

  void forget() {
    words_.clear();
    plain_ = true;
    line_ended_ = false;
    ++at_;
  }

  void open() {
    const bool outer = !inside_configuration_.empty() && inside_configuration_.back();
    const bool table = at_ > 0 && text_[at_ - 1] == '@';
    const bool named = plain_ && !table && words_.size() == 2;
    if (named && equal_ignoring_case(words_[0], "configuration")) {
      blank_out(end_of(words_[1]), at_);
      inside_configuration_.push_back(true);
      return forget();
    }
    if (outer && named && is_resource_type(words_[0])) {
      blank_out(end_of(words_[0]), at_ - 1);
      turned_[at_ - 1] = '@';
      at_ = end_of_block();
      return forget();
    }
    if (outer && table) {
      at_ = end_of_block();
      return forget();
    }
    inside_configuration_.push_back(outer);
    forget();
  }

  [[nodiscard]] std::size_t end_of(std::string_view word) const {
    return static_cast<std::size_t>(word.data() - text_.data()) + word.size();
  }

  void blank_out(std::size_t begin, std::size_t end) {
    std::fill(turned_.begin() + static_cast<std::ptrdiff_t>(begin),
              turned_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }

  /// Of the `}` that belongs to the `{` here; the last byte where there is none.
  [[nodiscard]] std::size_t end_of_block() const {
    std::size_t depth = 0;
    for (std::size_t at = at_; at < text_.size();) {
      if (const std::size_t end = end_of_quoted(text_, at); end > at) {
        at = end;
        continue;
      }
      if (text_[at] == '{') ++depth;
      if (text_[at] == '}' && --depth == 0) return at;
      ++at;
    }
    return text_.size() - 1;
  }

  std::string text_;
  std::string turned_;
  std::size_t at_ = 0;
  std::vector<std::string_view> words_;  ///< of the statement so far
  bool plain_ = true;                    ///< there is nothing but words in it
  bool line_ended_ = false;
  std::vector<bool> inside_configuration_;  ///< for each block that is open
};

}  // namespace

std::string with_tables_for_resources(std::string text) {
  const std::string_view name = "configuration";
  const auto found = std::search(text.begin(), text.end(), name.begin(), name.end(),
                                 [](char a, char b) { return lower_case(a) == b; });
  return found == text.end() ? text : ResourceTables(std::move(text)).turned();
}

}  // namespace smtplint::powershell
