#include "engine/languages/config_format.h"

namespace smtplint::engine {

config::Format config_format(knowledge::FileFormat format) {
  switch (format) {
    case knowledge::FileFormat::json:
      return config::Format::json;
    case knowledge::FileFormat::yaml:
      return config::Format::yaml;
    case knowledge::FileFormat::dotenv:
      return config::Format::dotenv;
    case knowledge::FileFormat::properties:
      return config::Format::properties;
    case knowledge::FileFormat::ini:
      return config::Format::ini;
    case knowledge::FileFormat::toml:
      return config::Format::toml;
    case knowledge::FileFormat::dockerfile:
      return config::Format::dockerfile;
    case knowledge::FileFormat::python:
      return config::Format::python;
    case knowledge::FileFormat::php:
      return config::Format::php;
    case knowledge::FileFormat::ruby:
      return config::Format::ruby;
    case knowledge::FileFormat::powershell:
      return config::Format::powershell;
    case knowledge::FileFormat::options:
      return config::Format::options;
    case knowledge::FileFormat::xml:
      break;
  }
  return config::Format::xml;
}

config::Limits config_limits(const knowledge::Limits& limits) {
  return {.file_bytes = limits.file_bytes,
          .nesting = limits.nesting,
          .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
          .settings = limits.expansion};
}

std::map<config::Format, config::ProgramWords> program_words(const knowledge::Catalogue& catalogue) {
  std::map<config::Format, config::ProgramWords> words;
  for (const knowledge::ProgramLanguage& language : catalogue.program_languages().all()) {
    words[config_format(language.format)] = {language.environment, language.otherwise, language.hands_on,
                                             language.maps,        language.defines,   language.updates};
  }
  return words;
}

config::EmbeddedDocument read_text_as(knowledge::FileFormat format, Value text,
                                      const knowledge::Catalogue& catalogue, ValueStore& store) {
  const auto words = program_words(catalogue);
  const auto own = words.find(config_format(format));
  return config::read_embedded(text, config_limits(catalogue.limits()), store, config_format(format),
                               own == words.end() ? nullptr : &own->second);
}

}  // namespace smtplint::engine
