#pragma once

#include <optional>
#include <string>

#include "frontend/terraform/functions/format_directive.h"
#include "value/number.h"

namespace smtplint::terraform::functions {

/// A number under one of the verbs `b d o x X e E f g G`, padded; nothing for a fraction where a whole number
/// is asked.
[[nodiscard]] std::optional<std::string> format_number(const Number& number,
                                                       const FormatDirective& directive);
/// A text padded to the directive's width in characters.
[[nodiscard]] std::string padded(std::string text, const FormatDirective& directive);

}  // namespace smtplint::terraform::functions
