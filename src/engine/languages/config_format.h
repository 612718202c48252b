#pragma once

#include <map>

#include "frontend/config/config.h"
#include "knowledge/catalogue.h"
#include "knowledge/configuration_files.h"
#include "knowledge/limits.h"

namespace smtplint::engine {

/// What the frontend calls a format of `rules/platform/configuration-files.yaml`.
[[nodiscard]] config::Format config_format(knowledge::FileFormat format);

/// The counted bounds of one document.
[[nodiscard]] config::Limits config_limits(const knowledge::Limits& limits);

/// How programs are given their settings, by the format that they are.
[[nodiscard]] std::map<config::Format, config::ProgramWords> program_words(
    const knowledge::Catalogue& catalogue);

/// A document in a text, read as a file of that format.
[[nodiscard]] config::EmbeddedDocument read_text_as(knowledge::FileFormat format, Value text,
                                                    const knowledge::Catalogue& catalogue, ValueStore& store);

}  // namespace smtplint::engine
