#pragma once

#include <string_view>

#include "knowledge/image_writer.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// What a file without any document is: a fault, or the value null.
enum class EmptyFile { refused, null };

/// Adds one YAML document to the image. Strict: only maps with plain keys, lists and scalars; no repeated
/// keys, anchors, aliases, tags, tabs, further documents or unfinished quotes. Each problem is added with its
/// place, and a file with one is left out of the image.
void import_yaml(std::string_view section, std::string_view path, std::string_view text, ImageWriter& writer,
                 Problems& problems, EmptyFile empty = EmptyFile::refused);

}  // namespace smtplint::knowledge
