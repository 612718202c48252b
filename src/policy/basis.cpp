#include "policy/basis.h"

#include "base/wording.h"

namespace smtplint::policy {

std::string type_names(const knowledge::SubscriptionTable& table, const std::vector<std::string>& types,
                       std::string_view last_joint) {
  std::vector<std::string> names;
  for (const std::string& id : types) {
    const knowledge::SubscriptionType* type = table.find(id);
    names.push_back(type == nullptr ? id : type->name);
  }
  return listed(names, last_joint);
}

}  // namespace smtplint::policy
