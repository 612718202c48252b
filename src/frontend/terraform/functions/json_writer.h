#pragma once

#include "frontend/terraform/functions/call.h"

namespace smtplint::terraform::functions {

/// Adds a value as the JSON that Terraform writes; texts keep their pieces, what is not known is a hole.
/// False for what has no JSON.
[[nodiscard]] bool write_json(Call& call, Value value, ResultText& result);
/// The letters of a string between its quotes.
void write_json_letters(Value string, ResultText& result);

}  // namespace smtplint::terraform::functions
