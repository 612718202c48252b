#include "frontend/config/formats.h"

#include <algorithm>

#include "syntax/script_comments.h"

namespace smtplint::config {
namespace {

using enum LineComments::Where;

constexpr FormatRow rows[] = {
    {Format::json, read_json, ":", {}, json_comments},
    {Format::yaml, read_yaml, ".", {}, yaml_comments},
    {Format::toml, read_toml, ".", {"#", behind_values}},
    {Format::dotenv, read_dotenv, ".", {"#", behind_values}},
    {Format::properties, read_properties, ".", {"#!", whole_lines}},
    {Format::ini, read_ini, ".", {";#", behind_values}},
    {Format::xml, read_xml, ".", {}, xml_comments},
    {Format::dockerfile, read_dockerfile, ".", {"#", whole_lines}},
    {Format::python, read_python, ".", {}, program_comments<syntax::ScriptLanguage::python>},
    {Format::php, read_php, ".", {}, program_comments<syntax::ScriptLanguage::php>},
    {Format::ruby, read_ruby, ".", {}, program_comments<syntax::ScriptLanguage::ruby>},
    {Format::powershell, read_powershell, ".", {}, program_comments<syntax::ScriptLanguage::power_shell>},
    {Format::options, read_options, "."},
};

constexpr bool each_format_has_its_row() {
  return std::ranges::equal(rows, file_formats, {}, &FormatRow::format, &FileFormatTraits::format);
}
static_assert(each_format_has_its_row());

}  // namespace

const FormatRow& row_of(Format format) { return rows[static_cast<unsigned>(format)]; }

Format format_of(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{' ? Format::json : Format::yaml;
}

}  // namespace smtplint::config
