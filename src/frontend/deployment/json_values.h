#pragma once

#include <memory>
#include <string_view>

#include "syntax/json/tree.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint::deployment {

/// The value of a property, whose name compares without case; nullptr where there is none.
[[nodiscard]] const json::Member* member(const json::Node* object, std::string_view name);
[[nodiscard]] const json::Node* property(const json::Node* object, std::string_view name);

/// The value of a JSON document that stands in a text, with the places of that text. What is unknown in the
/// text is unknown in the value; unknown as a whole (`evaluation_error`) where the text is no JSON.
[[nodiscard]] Value read_json(ValueStore& store, Value text, std::uint32_t nesting, std::string_view function,
                              Place place);

/// The tree of a JSON document that stands in a text; its spans count in the text. Where something unknown
/// stands for a value, the tree has a number.
[[nodiscard]] std::shared_ptr<const json::Tree> parse_json_text(ValueStore& store, Value text,
                                                                const json::ParseLimits& limits);

/// What is unknown in a part of a text; absent where all of it is known.
[[nodiscard]] Value hole_in(ValueStore& store, Value text, Span span);

/// The text of a string of a JSON document that stands in a text.
[[nodiscard]] Value string_in(ValueStore& store, const json::Node& node, Value text, ProvenanceId origin);

/// The text of a string of a JSON document that stands in a source, with its escapes mapped back to the
/// source.
[[nodiscard]] Value string_of(ValueStore& store, const json::Node& node, SourceId source,
                              ProvenanceId origin);

}  // namespace smtplint::deployment
