#pragma once

#include "value/store.h"
#include "value/value.h"

namespace smtplint::terraform {

/// The string with its characters composed (NFC), as Terraform keeps every string. What is composed already
/// keeps its places.
[[nodiscard]] Value composed_text(ValueStore& store, Value string);

}  // namespace smtplint::terraform
