#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "knowledge/setting_forms.h"

namespace smtplint::lowering {

/// `25`, `25.0`, ` 25 `, `smtp`: a port as text. Nothing where it is none, 0 among them.
[[nodiscard]] std::optional<std::uint16_t> port_in(std::string_view text,
                                                   const knowledge::SettingForms& forms);

}  // namespace smtplint::lowering
