#pragma once

#include <cstddef>
#include <string_view>

#include "syntax/concrete.h"

extern "C" const TSLanguage* tree_sitter_hcl(void);

namespace smtplint::hcl {

/// Marks of the grammar ahead of a text.
inline constexpr std::string_view give_up_mark = "\x03";
inline constexpr std::string_view expression_mark = "\x01";
inline constexpr std::string_view template_mark = "\x02";

/// The parser's own recovery takes the square of what it covers, so it is used on short texts alone.
inline constexpr std::size_t longest_recovery = 1024;

}  // namespace smtplint::hcl
