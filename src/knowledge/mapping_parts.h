#pragma once

#include <string_view>
#include <vector>

#include "knowledge/mapping.h"

/// Readers of the parts that mappings are made of.
namespace smtplint::knowledge::parts {

/// The items of a list; anything else is a list of itself, a missing node an empty one.
[[nodiscard]] std::vector<Node> items(Node node);
/// A closed word; what is none is a problem that names the nearest.
[[nodiscard]] std::optional<Field> field_word(std::string_view word, const Mark& mark, Problems& problems);
[[nodiscard]] TableValue table_value(Node scalar, Problems& problems);
[[nodiscard]] std::vector<PropertyPath> paths(Node node, Problems& problems);
[[nodiscard]] std::vector<FieldSource> field_sources(Node node, Field field, Problems& problems);
[[nodiscard]] FieldMapping field_mapping(Field field, Node node, Problems& problems);
[[nodiscard]] std::vector<Condition> conditions(Node node, Problems& problems);
[[nodiscard]] std::vector<FixedField> fixed_fields(Node node, Problems& problems);
[[nodiscard]] Match match(Node node, Problems& problems);
[[nodiscard]] Attach attach(Node node, Problems& problems);
[[nodiscard]] Contains contains(Node node, Problems& problems);
[[nodiscard]] Embedded embedded(Node node, Problems& problems);
[[nodiscard]] KindRow kind_row(Node node, Problems& problems);

}  // namespace smtplint::knowledge::parts
