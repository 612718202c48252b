#include "report/sarif_location.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "base/percent_encoding.h"
#include "report/place_text.h"

namespace smtplint::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint32_t largest_snippet = 2000;  ///< bytes; longer ones help nobody and fill the report

/// The lines of a place with one more on each side, without the last line's end.
Span context_of(const Source& source, Span span) {
  const LineIndex& lines = source.lines();
  const std::uint32_t first = lines.position(span.begin, ColumnUnit::utf8).line;
  const std::uint32_t last = lines.position(span.end, ColumnUnit::utf8).line;
  const std::uint32_t below = std::min(last + 1, lines.line_count());
  const std::uint32_t begin = lines.offset({std::max(first, 2u) - 1, 1}, ColumnUnit::utf8);
  const auto length = static_cast<std::uint32_t>(lines.line(below).size());
  return {begin, lines.offset({below, 1}, ColumnUnit::utf8) + length};
}

Json region_with_snippet(const Report& report, Place place, const SecretMask& mask) {
  Json result = region(report, place);
  if (place.span.length() > 0 && place.span.length() <= largest_snippet) {
    result["snippet"] = {{"text", mask.visible(*report.sources, place, ColumnUnit::utf16)}};
  }
  return result;
}

std::string escaped_brackets(std::string_view text) {
  std::string escaped;
  for (const char byte : text) {
    if (byte == '[' || byte == ']' || byte == '\\') escaped += '\\';
    escaped += byte;
  }
  return escaped;
}

}  // namespace

Json artifact_location(std::string_view path) {
  return {{"uri", percent_encoded_path(path)}, {"uriBaseId", sarif_source_root}};
}

Json region(const Report& report, Place place) {
  const Range range = range_of(report, place, ColumnUnit::utf16);
  return {{"startLine", range.begin.line},
          {"startColumn", range.begin.column},
          {"endLine", range.end.line},
          {"endColumn", range.end.column}};
}

Json physical_location(const Report& report, Place place, const SecretMask& mask) {
  const Source& source = report.sources->get(place.source);
  Json result = {{"artifactLocation", artifact_location(source.path())},
                 {"region", region_with_snippet(report, place, mask)}};
  const Span context = context_of(source, place.span);
  const bool larger = context.contains(place.span) && context.length() > place.span.length();
  if (larger && context.length() <= largest_snippet) {
    result["contextRegion"] = region_with_snippet(report, {place.source, context}, mask);
  }
  return result;
}

std::string sarif_sentence(std::string_view text) {
  std::string sentence =
      text.find("](") == std::string_view::npos ? std::string(text) : escaped_brackets(text);
  while (!sentence.empty() && (sentence.back() == '\n' || sentence.back() == ' ')) sentence.pop_back();
  if (!sentence.ends_with('.')) sentence += '.';
  return sentence;
}

std::string sarif_link_text(std::string_view text) { return escaped_brackets(text); }

Json sarif_message(std::string_view text) { return {{"text", sarif_sentence(text)}}; }

}  // namespace smtplint::report
