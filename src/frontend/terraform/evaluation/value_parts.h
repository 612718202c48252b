#pragma once

#include <optional>
#include <string>
#include <vector>

#include "value/store.h"
#include "value/value.h"

namespace smtplint::terraform {

/// Why a value is not known: its own reason, that of its first hole, or that it is known only after the
/// deployment.
[[nodiscard]] const Reason* unknown_reason(ValueStore& store, Value value, Place place);
/// The unknown result of an operation that needs `value`.
[[nodiscard]] Value unknown_like(ValueStore& store, Value value, Place place);
/// Sorted by key; of equal keys the last one stays.
void sort_entries(std::vector<Entry>& entries);
[[nodiscard]] Place inside_quotes(Place place);
/// A whole number of at most 64 bits; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> whole_number(Value value);

/// An element under an index or key. Missing ones are refused, or unknown where the container is open.
[[nodiscard]] Value element_at(ValueStore& store, Value container, Value key, Place place);
/// The same by attribute name.
[[nodiscard]] Value attribute_of(ValueStore& store, Value container, std::string_view name, Place place);

/// `azurerm_nic.a` with `ip_configuration`, `[0]`, `name` as one path.
[[nodiscard]] std::string path_with_attribute(std::string_view path, std::string_view name);
[[nodiscard]] std::string path_with_index(std::string_view path, Value key);
/// True for what can stand after a dot.
[[nodiscard]] bool is_name(std::string_view text);
/// A key as an address has it: `["a"]`.
[[nodiscard]] std::string quoted_key(std::string_view key);

}  // namespace smtplint::terraform
