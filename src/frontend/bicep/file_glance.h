#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the bytes of a file prove without a parse, so that one changed file does not cost a parse of all
/// others.
namespace smtplint::bicep {

/// All texts that may be the source of a module or import: the strings that end as names of Bicep files do,
/// some of which may stand in comments. Nothing where the bytes do not show them all.
[[nodiscard]] std::optional<std::vector<std::string>> sources_named_in(std::string_view text);

}  // namespace smtplint::bicep
