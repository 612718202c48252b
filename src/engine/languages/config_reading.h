#pragma once

#include <map>

#include "base/file_format.h"
#include "frontend/config/config.h"
#include "knowledge/catalogue.h"
#include "knowledge/limits.h"

namespace smtplint::engine {

/// The counted bounds of one document.
[[nodiscard]] config::Limits config_limits(const knowledge::Limits& limits);

/// How programs are given their settings, by the format that they are.
[[nodiscard]] std::map<FileFormat, config::ProgramWords> program_words(const knowledge::Catalogue& catalogue);

/// A document in a text, read as a file of that format.
[[nodiscard]] config::EmbeddedDocument read_text_as(FileFormat format, Value text,
                                                    const knowledge::Catalogue& catalogue, ValueStore& store);

}  // namespace smtplint::engine
