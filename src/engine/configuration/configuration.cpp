#include "engine/configuration/configuration.h"

#include <algorithm>

#include "base/path.h"

namespace smtplint::engine {
namespace {

template <typename T>
const std::optional<T>& first_set(const std::optional<T>& stronger, const std::optional<T>& weaker) {
  return stronger ? stronger : weaker;
}

}  // namespace

bool PathPattern::covers(std::string_view path) const {
  constexpr std::string_view all_below = "/**";
  if (!is_within(path, folder)) return false;
  std::string_view below = path.substr(std::min(path.size(), folder.empty() ? 0 : folder.size() + 1));
  if (below.empty()) below = ".";
  const std::string_view pattern = glob.pattern();
  const bool whole_folder =
      pattern.ends_with(all_below) &&
      Glob(std::string(pattern.substr(0, pattern.size() - all_below.size()))).covers(below);
  return whole_folder || glob.covers(below);
}

Configuration over(const Configuration& stronger, const Configuration& weaker) {
  return {.subscription = first_set(stronger.subscription, weaker.subscription),
          .private_domains = first_set(stronger.private_domains, weaker.private_domains),
          .private_addresses = first_set(stronger.private_addresses, weaker.private_addresses),
          .relays = first_set(stronger.relays, weaker.relays),
          .severity = first_set(stronger.severity, weaker.severity),
          .exclude = first_set(stronger.exclude, weaker.exclude),
          .apps = first_set(stronger.apps, weaker.apps),
          .ignore = first_set(stronger.ignore, weaker.ignore),
          .policy_edition = first_set(stronger.policy_edition, weaker.policy_edition),
          .as_of = first_set(stronger.as_of, weaker.as_of),
          .platform = first_set(stronger.platform, weaker.platform)};
}

}  // namespace smtplint::engine
