#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "frontend/config/node.h"
#include "syntax/script_comments.h"

namespace smtplint::config {

/// Comments that go on to the end of their line. A sign inside a name or a value begins none.
struct LineComments {
  enum class Where {
    whole_lines,   ///< only where nothing stands before it
    behind_values  ///< behind a blank too
  };
  std::string_view signs = {};  ///< each of these characters begins one
  Where where = Where::whole_lines;
};

/// The comments of a text, with their signs, in its order.
using FindComments = std::vector<Span> (*)(std::string_view text, const ReadOptions& options);

[[nodiscard]] std::vector<Span> json_comments(std::string_view text, const ReadOptions& options);
[[nodiscard]] std::vector<Span> yaml_comments(std::string_view text, const ReadOptions& options);
[[nodiscard]] std::vector<Span> xml_comments(std::string_view text, const ReadOptions& options);

template <syntax::ScriptLanguage language>
[[nodiscard]] std::vector<Span> program_comments(std::string_view text, const ReadOptions& options) {
  return syntax::script_comments(text, language, {options.nesting, options.parse_progress_per_kilobyte});
}

}  // namespace smtplint::config
