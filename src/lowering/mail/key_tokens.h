#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/key_words.h"

namespace smtplint::lowering {

/// A key taken apart: `EmailSettings__SmtpPort` has the segments {email, settings} and {smtp, port}.
struct KeyTokens {
  std::vector<std::vector<std::string>> segments;  ///< lower case, aliases resolved; never empty ones
  /// Of the last segment: true where a word that stands before its group was spelled as such.
  bool leading_word = false;
};

/// Segments end at `.`, `:`, `/`, `__` and `--`; words at anything that is no letter or digit and where the
/// case changes. A long key is cut after 256 bytes.
[[nodiscard]] KeyTokens tokens_of(std::string_view key, const knowledge::KeyWords& words);

/// Where the last segment of a key begins; 0 where there is one only.
[[nodiscard]] std::size_t last_segment(std::string_view key);

}  // namespace smtplint::lowering
