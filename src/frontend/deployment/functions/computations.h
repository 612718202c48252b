#pragma once

#include "frontend/deployment/functions/call.h"

/// What each function computes, by the file that does it.
namespace smtplint::deployment::functions {

// text.cpp
[[nodiscard]] Value concat(Call& call);
[[nodiscard]] Value to_lower(Call& call);
[[nodiscard]] Value to_upper(Call& call);
[[nodiscard]] Value trim(Call& call);
[[nodiscard]] Value pad_left(Call& call);
[[nodiscard]] Value substring(Call& call);
[[nodiscard]] Value join(Call& call);
[[nodiscard]] Value split(Call& call);
[[nodiscard]] Value replace(Call& call);

// format.cpp
[[nodiscard]] Value format(Call& call);

// text_search.cpp
[[nodiscard]] Value starts_with(Call& call);
[[nodiscard]] Value ends_with(Call& call);
[[nodiscard]] Value index_of(Call& call);
[[nodiscard]] Value last_index_of(Call& call);
[[nodiscard]] Value like(Call& call);

// conversion.cpp
[[nodiscard]] Value to_string(Call& call);
[[nodiscard]] Value to_integer(Call& call);
[[nodiscard]] Value to_float(Call& call);
[[nodiscard]] Value to_boolean(Call& call);
[[nodiscard]] Value to_array(Call& call);
[[nodiscard]] Value json(Call& call);

// arrays.cpp
[[nodiscard]] Value create_array(Call& call);
[[nodiscard]] Value length(Call& call);
[[nodiscard]] Value empty(Call& call);
[[nodiscard]] Value contains(Call& call);
[[nodiscard]] Value first(Call& call);
[[nodiscard]] Value last(Call& call);
[[nodiscard]] Value take(Call& call);
[[nodiscard]] Value skip(Call& call);
[[nodiscard]] Value range(Call& call);
[[nodiscard]] Value flatten(Call& call);

// objects.cpp
[[nodiscard]] Value create_object(Call& call);
[[nodiscard]] Value union_of(Call& call);
[[nodiscard]] Value distinct(Call& call);
[[nodiscard]] Value shallow_merge(Call& call);
[[nodiscard]] Value intersection(Call& call);
[[nodiscard]] Value items(Call& call);
[[nodiscard]] Value object_keys(Call& call);
[[nodiscard]] Value try_get(Call& call);
[[nodiscard]] Value index_from_end(Call& call);
[[nodiscard]] Value try_index_from_end(Call& call);
[[nodiscard]] Value coalesce(Call& call);

// lambdas.cpp
[[nodiscard]] Value map(Call& call);
[[nodiscard]] Value filter(Call& call);
[[nodiscard]] Value reduce(Call& call);
[[nodiscard]] Value map_values(Call& call);
[[nodiscard]] Value sort(Call& call);
[[nodiscard]] Value to_object(Call& call);
[[nodiscard]] Value group_by(Call& call);

// numbers.cpp
[[nodiscard]] Value add(Call& call);
[[nodiscard]] Value subtract(Call& call);
[[nodiscard]] Value multiply(Call& call);
[[nodiscard]] Value divide(Call& call);
[[nodiscard]] Value modulo(Call& call);
[[nodiscard]] Value least(Call& call);
[[nodiscard]] Value greatest(Call& call);

// logic.cpp
[[nodiscard]] Value equals(Call& call);
[[nodiscard]] Value less(Call& call);
[[nodiscard]] Value less_or_equals(Call& call);
[[nodiscard]] Value greater(Call& call);
[[nodiscard]] Value greater_or_equals(Call& call);
[[nodiscard]] Value logical_and(Call& call);
[[nodiscard]] Value logical_or(Call& call);
[[nodiscard]] Value logical_not(Call& call);
[[nodiscard]] Value yes(Call& call);
[[nodiscard]] Value no(Call& call);
[[nodiscard]] Value null(Call& call);

// encoding.cpp
[[nodiscard]] Value base64(Call& call);
[[nodiscard]] Value base64_to_string(Call& call);
[[nodiscard]] Value base64_to_json(Call& call);

// uris.cpp
[[nodiscard]] Value uri(Call& call);
[[nodiscard]] Value uri_component(Call& call);
[[nodiscard]] Value uri_component_to_string(Call& call);
[[nodiscard]] Value data_uri(Call& call);
[[nodiscard]] Value data_uri_to_string(Call& call);

// uri_parts.cpp
[[nodiscard]] Value parse_uri(Call& call);
[[nodiscard]] Value build_uri(Call& call);

// made_names.cpp
[[nodiscard]] Value unique_string(Call& call);
[[nodiscard]] Value guid(Call& call);

// dates.cpp
[[nodiscard]] Value date_time_add(Call& call);
[[nodiscard]] Value date_time_from_epoch(Call& call);
[[nodiscard]] Value date_time_to_epoch(Call& call);

// cidr.cpp
[[nodiscard]] Value cidr_subnet(Call& call);
[[nodiscard]] Value cidr_host(Call& call);
[[nodiscard]] Value parse_cidr(Call& call);

// ids.cpp
[[nodiscard]] Value resource_id(Call& call);
[[nodiscard]] Value subscription_resource_id(Call& call);
[[nodiscard]] Value tenant_resource_id(Call& call);
[[nodiscard]] Value management_group_resource_id(Call& call);
[[nodiscard]] Value extension_resource_id(Call& call);
[[nodiscard]] Value resource_group(Call& call);
[[nodiscard]] Value subscription(Call& call);
[[nodiscard]] Value management_group(Call& call);
[[nodiscard]] Value tenant(Call& call);
[[nodiscard]] Value environment(Call& call);

}  // namespace smtplint::deployment::functions
