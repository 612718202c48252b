#include "engine/suppression/file_comments.h"

#include <algorithm>
#include <optional>

#include "base/path.h"
#include "engine/languages/config_reading.h"
#include "engine/languages/language.h"
#include "engine/languages/limits.h"
#include "frontend/config/config.h"
#include "frontend/script/script.h"

namespace smtplint::engine {
namespace {

/// By what the catalogue says of the name; documents that others read may be called anything.
std::optional<FileFormat> format_of(std::string_view path, const knowledge::Catalogue& catalogue) {
  if (const auto known = catalogue.configuration_files().kind_of(path)) return known->kind->format;
  const bool yaml = path.ends_with(".yaml") || path.ends_with(".yml");
  return yaml ? std::optional(FileFormat::yaml) : std::nullopt;
}

}  // namespace

std::vector<Span> comments_of(const Source& source, const knowledge::Catalogue& catalogue) {
  const std::string& path = source.path();
  const knowledge::Limits& limits = catalogue.limits();
  for (const LanguageRow& row : languages()) {
    if (row.comments != nullptr && is_claimed_by(row, path))
      return row.comments(source, parse_limits(limits));
  }
  if (script::file_names().contain(path))
    return script::comments(path, source.text(), limits.nesting, limits.parse_progress_per_kilobyte);
  const auto format = format_of(path, catalogue);
  return format ? config::comments(source.text(), *format, config_limits(limits)) : std::vector<Span>();
}

}  // namespace smtplint::engine
