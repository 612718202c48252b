#include "policy/basis.h"

namespace smtplint::policy {

std::string listed(const std::vector<std::string>& items, std::string_view last_joint) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) result += i + 1 == items.size() ? " " + std::string(last_joint) + " " : ", ";
    result += items[i];
  }
  return result;
}

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
