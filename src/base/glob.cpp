#include "base/glob.h"

#include "base/letter_case.h"
#include "base/path.h"

namespace smtplint {
namespace {

/// One element of a pattern that stands for exactly one byte, and how long it is written.
struct Element {
  std::size_t length = 0;
  bool fits = false;
};

using LetterCase = char (*)(char);

constexpr char as_it_is(char byte) { return byte; }

/// `[a-z]`, `[!0-9]`; without its closing bracket a bracket stands for itself.
Element bracket(std::string_view pattern, char byte, LetterCase letter) {
  const std::size_t close = pattern.find(']', pattern.starts_with("[!") ? 3 : 2);
  if (close == std::string_view::npos) return {1, byte == '['};
  std::string_view set = pattern.substr(1, close - 1);
  const bool negated = set.starts_with('!');
  if (negated) set.remove_prefix(1);
  bool within = false;
  for (std::size_t i = 0; i < set.size(); ++i) {
    const bool range = i + 2 < set.size() && set[i + 1] == '-';
    const char first = letter(set[i]);
    within = within || (range ? first <= byte && byte <= letter(set[i + 2]) : first == byte);
    if (range) i += 2;
  }
  return {close + 1, byte != '/' && within != negated};
}

Element element(std::string_view pattern, char byte, LetterCase letter) {
  switch (pattern.front()) {
    case '?':
      return {1, byte != '/'};
    case '[':
      return bracket(pattern, byte, letter);
    case '\\':
      if (pattern.size() > 1) return {2, letter(pattern[1]) == byte};
      return {1, byte == '\\'};
    default:
      return {1, letter(pattern.front()) == byte};
  }
}

/// A place to go back to: what stands behind a star, and how much of the text the star has taken.
struct Star {
  std::size_t behind = std::string_view::npos;
  std::size_t taken = 0;

  [[nodiscard]] bool set() const { return behind != std::string_view::npos; }
};

/// Matches with the last star of each kind alone to go back to, which takes time in the product of both
/// lengths.
class Match {
 public:
  Match(std::string_view pattern, std::string_view text, LetterCase letter = as_it_is)
      : pattern_(pattern), text_(text), letter_(letter) {}

  [[nodiscard]] bool run() {
    while (true) {
      if (at_ == pattern_.size() && read_ == text_.size()) return true;
      if (!step() && !go_back()) return false;
    }
  }

 private:
  bool step() {
    const std::string_view rest = pattern_.substr(at_);
    if (rest.starts_with("**")) return deep_star(rest);
    if (rest.starts_with('*')) {
      star_ = {at_ + 1, read_};
      ++at_;
      return true;
    }
    if (rest.empty() || read_ == text_.size()) return false;
    const Element next = element(rest, letter_(text_[read_]), letter_);
    if (!next.fits) return false;
    at_ += next.length;
    ++read_;
    return true;
  }

  /// `**/` stands for any folders, also none.
  bool deep_star(std::string_view rest) {
    const bool folders = rest.starts_with("**/");
    deep_ = {at_ + (folders ? 3u : 2u), read_};
    folders_only_ = folders;
    star_ = {};
    at_ = deep_.behind;
    return true;
  }

  bool go_back() {
    if (star_.set() && star_.taken < text_.size() && text_[star_.taken] != '/') {
      read_ = ++star_.taken;
      at_ = star_.behind;
      return true;
    }
    star_ = {};
    if (!deep_.set() || deep_.taken == text_.size()) return false;
    std::size_t next = deep_.taken + 1;
    if (folders_only_) {
      const std::size_t slash = text_.find('/', deep_.taken);
      if (slash == std::string_view::npos) return false;
      next = slash + 1;
    }
    deep_.taken = next;
    read_ = next;
    at_ = deep_.behind;
    return true;
  }

  std::string_view pattern_;
  std::string_view text_;
  LetterCase letter_;
  std::size_t at_ = 0;
  std::size_t read_ = 0;
  Star star_;
  Star deep_;
  bool folders_only_ = false;
};

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view text) { return Match(pattern, text).run(); }

bool glob_matches_ignoring_case(std::string_view pattern, std::string_view text) {
  return Match(pattern, text, lower_case).run();
}

bool Glob::covers(std::string_view path) const {
  for (std::string_view part = path; !part.empty(); part = folder_of(part)) {
    if (matches(part)) return true;
  }
  return false;
}

}  // namespace smtplint
