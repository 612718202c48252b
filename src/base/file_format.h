#pragma once

#include <string_view>

namespace smtplint {

/// How a configuration file is written. Rules name formats and a frontend reads them; both know these words.
enum class FileFormat {
  json,
  yaml,
  toml,
  dotenv,
  properties,
  ini,
  xml,
  dockerfile,
  python,
  php,
  ruby,
  powershell,
  options
};

/// What the lines of a file are to each other.
enum class FileShape {
  document,  ///< parts of one whole
  lines,     ///< each sets something by itself, and a later one replaces an earlier one
  program    ///< statements of a scripting language
};

/// What is known of a format without reading it.
struct FileFormatTraits {
  FileFormat format = FileFormat::json;
  std::string_view word;  ///< in `rules/`
  FileShape shape = FileShape::document;
};

/// Each format once, in the order of the enum. How a format is read is a row of
/// `frontend/config/formats.cpp`.
inline constexpr FileFormatTraits file_formats[] = {
    {FileFormat::json, "json"},
    {FileFormat::yaml, "yaml"},
    {FileFormat::toml, "toml"},
    {FileFormat::dotenv, "dotenv", FileShape::lines},
    {FileFormat::properties, "properties", FileShape::lines},
    {FileFormat::ini, "ini"},
    {FileFormat::xml, "xml"},
    {FileFormat::dockerfile, "dockerfile"},
    {FileFormat::python, "python", FileShape::program},
    {FileFormat::php, "php", FileShape::program},
    {FileFormat::ruby, "ruby", FileShape::program},
    {FileFormat::powershell, "powershell", FileShape::program},
    {FileFormat::options, "options"},  // the command line of a program
};

static_assert([] {
  unsigned place = 0;
  for (const FileFormatTraits& row : file_formats) {
    if (row.format != static_cast<FileFormat>(place++)) return false;
  }
  return true;
}());

[[nodiscard]] constexpr const FileFormatTraits& traits_of(FileFormat format) {
  return file_formats[static_cast<unsigned>(format)];
}

}  // namespace smtplint
