#include "engine/fixes/secret_lines.h"

#include <algorithm>

namespace smtplint::engine {
namespace {

/// The lines of a place, from the start of its first to the end of its last.
Span lines_of(const Source& source, Span span) {
  const LineIndex& lines = source.lines();
  const std::uint32_t first = lines.position(span.begin, ColumnUnit::utf8).line;
  const std::uint32_t last = lines.position(span.end, ColumnUnit::utf8).line;
  const std::uint32_t last_begin = lines.offset({last, 1}, ColumnUnit::utf8);
  return {lines.offset({first, 1}, ColumnUnit::utf8),
          last_begin + static_cast<std::uint32_t>(lines.line(last).size())};
}

}  // namespace

bool holds_secret(const SourceStore& sources, Place place, const std::vector<Place>& secrets) {
  const Span lines = lines_of(sources.get(place.source), place.span);
  return std::ranges::any_of(secrets, [&](Place secret) {
    return secret.source == place.source && secret.span.begin < lines.end && lines.begin < secret.span.end;
  });
}

}  // namespace smtplint::engine
