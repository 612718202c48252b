#pragma once

#include <string>
#include <string_view>

namespace smtplint {

/// A pattern over paths with `/` or over names: `*` and `?` within a segment, `**` across segments, `[a-z]`
/// and
/// `[!a-z]`; a backslash takes the next character as it is.
class Glob {
 public:
  Glob() = default;
  explicit Glob(std::string pattern) : pattern_(std::move(pattern)) {}

  [[nodiscard]] const std::string& pattern() const { return pattern_; }
  /// The whole of a path or name.
  [[nodiscard]] bool matches(std::string_view text) const;
  /// The same without case.
  [[nodiscard]] bool matches_ignoring_case(std::string_view text) const;
  /// The path or one of the folders that it lies in.
  [[nodiscard]] bool covers(std::string_view path) const;

 private:
  std::string pattern_;
};

}  // namespace smtplint
