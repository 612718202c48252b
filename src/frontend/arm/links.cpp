#include "frontend/arm/links.h"

#include "base/letter_case.h"
#include "base/path.h"
#include "value/segments.h"

namespace smtplint::arm {

std::string file_named_by(Value link) {
  if (!link.is(ValueType::string)) return {};
  for (const Segment& segment : segments_of(link.text())) {
    std::string_view text = link.text().chars.substr(segment.begin, segment.length);
    const std::size_t ending = lower_case(text).rfind(".json");
    if (!segment.known || ending == std::string::npos) continue;
    text = text.substr(0, ending + std::string_view(".json").size());
    while (text.starts_with('/')) text.remove_prefix(1);
    return std::string(text);
  }
  return {};
}

std::optional<std::string> linked_file(const Documents& documents, const Template& own,
                                       std::string_view name) {
  const bool on_server = name.find("://") != std::string_view::npos;
  for (; !name.empty(); name = name.substr(name.find('/') + 1)) {
    std::optional<std::string> path = join_path(std::string(folder_of(own.path)), name);
    bool around = false;
    for (const Template* at = &own; at != nullptr && path; at = at->outer)
      around = around || at->path == *path;
    if (path && !around && documents.exists(*path)) return path;
    if (!on_server || name.find('/') == std::string_view::npos) break;
  }
  return std::nullopt;
}

}  // namespace smtplint::arm
