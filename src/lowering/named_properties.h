#pragma once

#include <string>
#include <vector>

#include "knowledge/pattern.h"
#include "lowering/property_reader.h"

namespace smtplint::lowering {

/// A property and the object that it stands in.
struct NamedProperty {
  std::string parent;  ///< path of the object; empty for the top
  std::string name;
  Value value;
  Place place;  ///< of the name
};

/// The outermost properties whose name fits, of the top and of the objects below it: modules take the
/// settings of several programs in one argument.
[[nodiscard]] std::vector<NamedProperty> properties_named(const knowledge::Pattern& names,
                                                          const PropertyReader& reader);

}  // namespace smtplint::lowering
