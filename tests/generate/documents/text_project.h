#pragma once

#include <string>

#include "generate/chains.h"

/// Projects whose settings stand in a text that a resource holds.
namespace smtplint::generate {

[[nodiscard]] Declared declare_text(const Writing& writing);
[[nodiscard]] std::string describe_document(const Language& language, const Plan& plan);

}  // namespace smtplint::generate
