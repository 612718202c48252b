#include "syntax/hcl/tree.h"

#include <algorithm>

namespace smtplint::hcl {

const Attribute* Body::attribute(std::string_view name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& attribute) { return attribute.name == name; });
  return found == attributes.end() ? nullptr : &*found;
}

}  // namespace smtplint::hcl
