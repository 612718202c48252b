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

}  // namespace smtplint::rules
