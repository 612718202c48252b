#include "engine/languages/config_reading.h"

namespace smtplint::engine {

config::Limits config_limits(const knowledge::Limits& limits) {
  return {.file_bytes = limits.file_bytes,
          .nesting = limits.nesting,
          .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
          .settings = limits.expansion};
}

std::map<FileFormat, config::ProgramWords> program_words(const knowledge::Catalogue& catalogue) {
  std::map<FileFormat, config::ProgramWords> words;
  for (const knowledge::ProgramLanguage& language : catalogue.program_languages().all()) {
    words[language.format] = {language.environment, language.otherwise, language.hands_on,
                              language.maps,        language.defines,   language.updates};
  }
  return words;
}

config::EmbeddedDocument read_text_as(FileFormat format, Value text, const knowledge::Catalogue& catalogue,
                                      ValueStore& store) {
  const auto words = program_words(catalogue);
  const auto own = words.find(format);
  return config::read_embedded(text, config_limits(catalogue.limits()), store, format,
                               own == words.end() ? nullptr : &own->second);
}

}  // namespace smtplint::engine
