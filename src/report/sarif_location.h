#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "diagnostic/report.h"
#include "report/secret_mask.h"

namespace smtplint::report {

inline constexpr std::string_view sarif_source_root = "SRCROOT";

/// SARIF `artifactLocation` of a path of the workspace.
[[nodiscard]] nlohmann::ordered_json artifact_location(std::string_view path);
/// SARIF `region` without snippet; columns are UTF-16 units.
[[nodiscard]] nlohmann::ordered_json region(const Report& report, Place place);
/// SARIF `physicalLocation` with the marked text and the lines around it, secrets masked.
[[nodiscard]] nlohmann::ordered_json physical_location(const Report& report, Place place,
                                                       const SecretMask& mask);
/// SARIF `message`: plain text that ends with a period and cannot be mistaken for a link.
[[nodiscard]] nlohmann::ordered_json sarif_message(std::string_view text);
/// The text of `sarif_message`.
[[nodiscard]] std::string sarif_sentence(std::string_view text);
/// Text that may stand inside `[...](id)`.
[[nodiscard]] std::string sarif_link_text(std::string_view text);

}  // namespace smtplint::report
