#include "syntax/json/tree.h"

#include <algorithm>

namespace smtplint::json {

const Node* Node::find(std::string_view name) const {
  const auto found = std::find_if(members.rbegin(), members.rend(),
                                  [&](const Member& member) { return member.name == name; });
  return found == members.rend() ? nullptr : found->value;
}

}  // namespace smtplint::json
