#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace smtplint::script {

/// What one command of a sed script does to a line.
struct SedEdit {
  enum class Kind {
    replacement,  ///< its text takes the place of what is found: `s/a/text/`
    line,         ///< its text is a line: `a text`, `i text`, `c text`
    other,        ///< something else; the text is that of the command
  };
  Kind kind = Kind::other;
  std::size_t begin = 0;  ///< of its text in the script
  std::size_t end = 0;
  /// Of a replacement: what it takes the place of, where that is no more than plain text.
  std::string_view plain = {};
  bool everywhere = false;  ///< not only the first on each line
};

/// The edits of a script in their order; commands that change nothing are left out. What cannot be read is
/// one edit of the kind `other`, to the end of the script.
[[nodiscard]] std::vector<SedEdit> sed_edits(std::string_view script);

}  // namespace smtplint::script
