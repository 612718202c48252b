#include "rules/message.h"

namespace smtplint::rules {

std::string fill(const knowledge::MessageTemplate& text, const Words& words) {
  std::string result;
  for (const auto& part : text.parts) {
    if (!part.placeholder) {
      result += part.text;
    } else if (const auto word = words.find(part.value); word != words.end()) {
      result += word->second;
    }
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string listed(const std::vector<std::string>& items, std::string_view last_joint) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) result += i + 1 == items.size() ? " " + std::string(last_joint) + " " : ", ";
    result += items[i];
  }
  return result;
}

}  // namespace smtplint::rules
