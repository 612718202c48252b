#include "frontend/config/formats.h"

#include <algorithm>
#include <array>

#include "base/assert.h"

namespace smtplint::config {
namespace {

constexpr std::array rows = {
    FormatRow{Format::json, read_json, ":"},       FormatRow{Format::yaml, read_yaml, "."},
    FormatRow{Format::dotenv, read_dotenv, "."},   FormatRow{Format::properties, read_properties, "."},
    FormatRow{Format::ini, read_ini, "."},         FormatRow{Format::xml, read_xml, "."},
    FormatRow{Format::toml, read_toml, "."},       FormatRow{Format::dockerfile, read_dockerfile, "."},
    FormatRow{Format::python, read_python, "."},   FormatRow{Format::php, read_php, "."},
    FormatRow{Format::ruby, read_ruby, "."},       FormatRow{Format::powershell, read_powershell, "."},
    FormatRow{Format::options, read_options, "."},
};

}  // namespace

const FormatRow& row_of(Format format) {
  const auto row = std::ranges::find(rows, format, &FormatRow::format);
  SMTPLINT_ASSERT(row != rows.end());
  return *row;
}

Format format_of(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{' ? Format::json : Format::yaml;
}

}  // namespace smtplint::config
