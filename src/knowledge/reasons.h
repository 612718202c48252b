#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// The words of the kinds of reasons for which a value may not be known, as `to_string(ReasonKind)` spells
/// them.
inline constexpr std::array<std::string_view, 10> reason_words = {
    "no-value",      "secret",       "data-source",          "runtime-only",
    "remote-module", "missing-file", "unsupported-function", "evaluation-error",
    "limit",         "conflict",
};

/// Why something is not known, in sentences that people read: `rules/platform/reasons.yaml`.
class ReasonTable {
 public:
  static constexpr std::string_view id = "reasons";
  [[nodiscard]] static ReasonTable read(Reader& reader);

  /// "variable `smtp_port` has no value". The kind is one of `reason_words`; without a name, or where nothing
  /// is known of its form, it is left as it is.
  [[nodiscard]] std::string sentence(std::string_view kind, std::string_view name) const;

 private:
  struct Form {
    std::string prefix;  ///< `var.`
    std::string words;   ///< `variable`
  };
  std::array<std::string, reason_words.size()> named_;
  std::array<std::string, reason_words.size()> nameless_;
  std::vector<Form> forms_;
};

}  // namespace smtplint::knowledge
