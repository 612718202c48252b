#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// Text with names in braces, taken apart. `{{` and `}}` stand for one brace each.
struct RuleTextPart {
  std::string text;  ///< verbatim text, or the name that stood in braces
  bool placeholder = false;
};

/// What is wrong with the braces becomes a problem at `place`; which names exist is up to the caller.
[[nodiscard]] std::vector<RuleTextPart> parse_rule_text(std::string_view text, const Mark& place,
                                                        Problems& problems);

}  // namespace smtplint::knowledge
