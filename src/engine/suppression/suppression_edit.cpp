#include "engine/suppression/suppression_edit.h"

#include <algorithm>

#include "engine/languages/language.h"
#include "engine/languages/limits.h"
#include "engine/suppression/directive.h"
#include "fix/edits.h"

namespace smtplint::engine {
namespace {

const LanguageRow* language_of(const std::string& path) {
  const auto row =
      std::ranges::find_if(languages(), [&path](const LanguageRow& one) { return is_claimed_by(one, path); });
  return row == languages().end() || row->comments == nullptr ? nullptr : &*row;
}

/// Is there a comment where the text was inserted? In a heredoc or in JSON there is none.
bool is_comment(const LanguageRow& row, const Source& source, const Edit& edit, std::uint32_t indent,
                const syntax::ParseLimits& limits) {
  const Source edited(source.path(), fix::edited(source.text(), {&edit, 1}), source.encoding());
  const std::uint32_t begin = edit.place.span.begin + indent;
  return std::ranges::any_of(row.comments(edited, limits),
                             [begin](Span comment) { return comment.begin == begin; });
}

}  // namespace

std::optional<Edit> suppression_edit(const SourceStore& sources, Place place, std::string_view rule,
                                     std::string_view reason, const knowledge::Catalogue& catalogue) {
  if (!place.known()) return std::nullopt;
  const Source& source = sources.get(place.source);
  const LanguageRow* row = language_of(source.path());
  if (row == nullptr) return std::nullopt;
  const LineIndex& lines = source.lines();
  const std::uint32_t line = lines.position(place.span.begin, ColumnUnit::utf8).line;
  const std::uint32_t begin = lines.offset({line, 1}, ColumnUnit::utf8);
  const std::string_view text = lines.line(line);
  const std::string_view indent = text.substr(0, std::min(text.find_first_not_of(" \t"), text.size()));
  const bool returns = source.text().substr(begin + text.size()).starts_with("\r\n");
  std::string comment(indent);
  comment += std::string(row->comment_marker) + " " + std::string(directive_address) + " ignore[" +
             std::string(rule) + "]";
  if (!reason.empty()) comment += " " + std::string(reason);
  const Edit edit{{place.source, {begin, begin}}, comment + (returns ? "\r\n" : "\n")};
  const auto at = static_cast<std::uint32_t>(indent.size());
  if (!is_comment(*row, source, edit, at, parse_limits(catalogue.limits()))) return std::nullopt;
  return edit;
}

}  // namespace smtplint::engine
