#include "base/wording.h"

#include "base/nearest.h"

namespace smtplint {

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string listed(const std::vector<std::string>& items, std::string_view last_joint) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) result += i + 1 == items.size() ? " " + std::string(last_joint) + " " : ", ";
    result += items[i];
  }
  return result;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> names) {
  const auto nearest = nearest_name(word, names);
  return nearest ? "; did you mean " + quoted(*nearest) + "?" : std::string();
}

}  // namespace smtplint
