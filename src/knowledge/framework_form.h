#pragma once

#include "knowledge/framework.h"

namespace smtplint::knowledge {

/// One entry under `forms` of a framework's file; keys come out as `comparable_key` gives them, and
/// `evidence` is filled where the file leaves it out.
[[nodiscard]] SettingsForm read_settings_form(Node map, Problems& problems);
[[nodiscard]] FrameworkExample::Kind read_example_kind(Reader& reader);
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_example_settings(Reader& reader);

}  // namespace smtplint::knowledge
