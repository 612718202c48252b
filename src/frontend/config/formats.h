#pragma once

#include <string_view>

#include "frontend/config/comments.h"
#include "frontend/config/config.h"
#include "frontend/config/node.h"

namespace smtplint::config {

/// JSON with comments and trailing commas.
[[nodiscard]] Reading read_json(std::string_view text, const ReadOptions& options);
/// YAML with all of its documents; anchors and merge keys count.
[[nodiscard]] Reading read_yaml(std::string_view text, const ReadOptions& options);
/// `export KEY="value" # comment`
[[nodiscard]] Reading read_dotenv(std::string_view text, const ReadOptions& options);
/// `key=value`, `key: value`, with escapes and continued lines.
[[nodiscard]] Reading read_properties(std::string_view text, const ReadOptions& options);
/// `[section]` and `key = value`; a section is a map.
[[nodiscard]] Reading read_ini(std::string_view text, const ReadOptions& options);
/// Elements and attributes are members. `<add key="k" value="v"/>` is the member `k`.
[[nodiscard]] Reading read_xml(std::string_view text, const ReadOptions& options);

/// `[tables]`, inline tables and arrays.
[[nodiscard]] Reading read_toml(std::string_view text, const ReadOptions& options);
/// `-Dkey=value --key=value`: the command line of a program.
[[nodiscard]] Reading read_options(std::string_view text, const ReadOptions& options);
/// What `ENV` sets; `ARG` is what it may refer to.
[[nodiscard]] Reading read_dockerfile(std::string_view text, const ReadOptions& options);
/// What the assignments of a program leave behind; the names of its classes count as maps.
[[nodiscard]] Reading read_python(std::string_view text, const ReadOptions& options);
[[nodiscard]] Reading read_php(std::string_view text, const ReadOptions& options);
[[nodiscard]] Reading read_ruby(std::string_view text, const ReadOptions& options);
[[nodiscard]] Reading read_powershell(std::string_view text, const ReadOptions& options);

/// How a format is read, what joins the names on the way to a setting, and where its comments stand.
struct FormatRow {
  Format format = Format::json;
  Reading (*read)(std::string_view text, const ReadOptions& options);
  std::string_view separator;
  LineComments line_comments = {};
  FindComments find_comments = nullptr;  ///< in place of `line_comments`, where lines do not tell
};
[[nodiscard]] const FormatRow& row_of(Format format);
/// JSON or YAML, whichever a text is.
[[nodiscard]] Format format_of(std::string_view text);

}  // namespace smtplint::config
