#pragma once

#include <string_view>

#include "frontend/config/config.h"
#include "frontend/config/node.h"

namespace smtplint::config {

/// JSON with comments and trailing commas.
[[nodiscard]] Reading read_json(std::string_view text, const ReadLimits& limits);
/// YAML with all of its documents; anchors and merge keys count.
[[nodiscard]] Reading read_yaml(std::string_view text, const ReadLimits& limits);
/// `export KEY="value" # comment`
[[nodiscard]] Reading read_dotenv(std::string_view text, const ReadLimits& limits);
/// `key=value`, `key: value`, with escapes and continued lines.
[[nodiscard]] Reading read_properties(std::string_view text, const ReadLimits& limits);
/// `[section]` and `key = value`; a section is a map.
[[nodiscard]] Reading read_ini(std::string_view text, const ReadLimits& limits);
/// Elements and attributes are members. `<add key="k" value="v"/>` is the member `k`.
[[nodiscard]] Reading read_xml(std::string_view text, const ReadLimits& limits);

/// How a format is read, and what joins the names on the way to a setting.
struct FormatRow {
  Format format = Format::json;
  Reading (*read)(std::string_view text, const ReadLimits& limits);
  std::string_view separator;
};
[[nodiscard]] const FormatRow& row_of(Format format);
/// JSON or YAML, whichever a text is.
[[nodiscard]] Format format_of(std::string_view text);

}  // namespace smtplint::config
