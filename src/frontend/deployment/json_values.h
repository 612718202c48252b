#pragma once

#include <string_view>

#include "syntax/json/tree.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint::deployment {

/// The value of a JSON document that stands in a text, with the places of that text. What is unknown in the
/// text is unknown in the value; unknown as a whole (`evaluation_error`) where the text is no JSON.
[[nodiscard]] Value read_json(ValueStore& store, Value text, std::uint32_t nesting, std::string_view function,
                              Place place);

/// The text of a string of a JSON document that stands in a source, with its escapes mapped back to the
/// source.
[[nodiscard]] Value string_of(ValueStore& store, const json::Node& node, SourceId source,
                              ProvenanceId origin);

}  // namespace smtplint::deployment
