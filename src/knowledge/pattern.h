#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/reader.h"

namespace re2 {
class RE2;
}

namespace smtplint::knowledge {

/// A regular expression of a rule file, compiled when it is read; matches whole texts and ignores case.
/// Linear in the text. A default-made pattern matches nothing.
class Pattern {
 public:
  Pattern() = default;
  /// A scalar; what does not compile is a problem.
  static Pattern read(Node scalar, Problems& problems);

  [[nodiscard]] bool matches(std::string_view text) const;
  /// Whether every text that ends so matches: the pattern begins with anything.
  [[nodiscard]] bool matches_ending(std::string_view ending) const;
  /// What the only group of a pattern that matches stands for: a view into `text`.
  [[nodiscard]] std::optional<std::string_view> captured(std::string_view text) const;
  [[nodiscard]] int groups() const;
  [[nodiscard]] bool given() const { return expression_ != nullptr; }

 private:
  std::shared_ptr<const re2::RE2> expression_;
  bool begins_with_anything_ = false;
};

}  // namespace smtplint::knowledge
