#pragma once

#include <string>
#include <string_view>

namespace smtplint {

/// Does a pattern stand for the whole of a path with `/`, or of a name? `*` and `?` stay within a segment,
/// `**` goes across; `[a-z]` and `[!a-z]` are sets; a backslash takes the next character as it is.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view text);
[[nodiscard]] bool glob_matches_ignoring_case(std::string_view pattern, std::string_view text);

class Glob {
 public:
  Glob() = default;
  explicit Glob(std::string pattern) : pattern_(std::move(pattern)) {}

  [[nodiscard]] const std::string& pattern() const { return pattern_; }
  /// The whole of a path or name.
  [[nodiscard]] bool matches(std::string_view text) const { return glob_matches(pattern_, text); }
  /// The path or one of the folders that it lies in.
  [[nodiscard]] bool covers(std::string_view path) const;

 private:
  std::string pattern_;
};

}  // namespace smtplint
