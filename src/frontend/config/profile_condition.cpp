#include "frontend/config/profile_condition.h"

#include <algorithm>

#include "base/trimmed.h"

namespace smtplint::config {
namespace {

constexpr std::string_view operators = "|,&!()";
constexpr std::string_view otherwise = "default";  ///< the profile that is active where no other is

class Evaluation {
 public:
  Evaluation(std::string_view condition, const std::set<std::string>& profiles)
      : rest_(condition), profiles_(profiles) {}

  [[nodiscard]] bool run() {
    const bool holds = any(0);
    return holds && !broken_ && rest_.empty();
  }

 private:
  bool any(unsigned depth) {
    bool holds = all(depth);
    while (takes('|') || takes(',')) holds = all(depth) || holds;
    return holds;
  }

  bool all(unsigned depth) {
    bool holds = one(depth);
    while (takes('&')) holds = one(depth) && holds;
    return holds;
  }

  bool one(unsigned depth) {
    constexpr unsigned deepest = 16;
    if (depth == deepest) broken_ = true;
    if (broken_) return false;
    if (takes('!')) return !one(depth + 1);
    if (takes('(')) {
      const bool holds = any(depth + 1);
      broken_ = broken_ || !takes(')');
      return holds;
    }
    const std::size_t end = std::min(rest_.find_first_of(operators), rest_.size());
    const std::string name(trimmed(rest_.substr(0, end)));
    rest_.remove_prefix(end);
    broken_ = broken_ || name.empty();
    return profiles_.contains(name);
  }

  bool takes(char sign) {
    const std::string_view next = trimmed(rest_);
    if (!next.starts_with(sign)) return false;
    rest_ = next.substr(1);
    return true;
  }

  std::string_view rest_;
  const std::set<std::string>& profiles_;
  bool broken_ = false;
};

/// `prod & (eu)` as `prod&eu`; what must not be only counts where nothing must be.
std::string names_in(std::string_view way) {
  std::string needed, excluded;
  while (!way.empty()) {
    const std::size_t begin = std::min(way.find_first_not_of(operators), way.size());
    const std::size_t end = std::min(way.find_first_of(operators, begin), way.size());
    const bool negated = begin > 0 && way.substr(0, begin).ends_with('!');
    const std::string_view name = trimmed(way.substr(begin, end - begin));
    std::string& together = negated ? excluded : needed;
    if (!name.empty() && name != otherwise) together += (together.empty() ? "" : "&") + std::string(name);
    way.remove_prefix(end);
  }
  return needed.empty() ? excluded : needed;
}

}  // namespace

bool holds_with(std::string_view condition, const std::set<std::string>& profiles) {
  return Evaluation(trimmed(condition), profiles).run();
}

std::vector<std::string> profiles_in(std::string_view condition) {
  std::vector<std::string> found;
  while (!condition.empty()) {
    const std::size_t end = std::min(condition.find_first_of("|,"), condition.size());
    std::string together = names_in(condition.substr(0, end));
    if (!together.empty()) found.push_back(std::move(together));
    condition.remove_prefix(std::min(end + 1, condition.size()));
  }
  return found;
}

std::set<std::string> profiles_of(std::string_view name) {
  std::set<std::string> profiles;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('&'), name.size());
    profiles.emplace(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  if (profiles.empty()) profiles.emplace(otherwise);
  return profiles;
}

}  // namespace smtplint::config
