#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"
#include "base/ip_address.h"
#include "base/span.h"
#include "diagnostic/vocabulary.h"

namespace smtplint::engine {

enum class Platform { automatic, azure, other };

/// A pattern for paths of the workspace, written from the folder of the configuration that holds it.
struct PathPattern {
  std::string folder;  ///< from the workspace
  Glob glob;

  /// True for a path that fits, and for everything below a folder that fits.
  [[nodiscard]] bool covers(std::string_view path) const;
};

/// Microsoft has lifted the block, as the user says.
struct Exemption {
  std::string evidence;  ///< number of the support request, link to the portal's answer
  std::string date;      ///< `YYYY-MM-DD`
};

/// What a subscription is, for the deployments that fit; what is not given fits all.
struct SubscriptionRule {
  std::optional<PathPattern> path;  ///< of the root
  std::optional<Glob> environment;
  std::optional<Glob> provider;  ///< the alias of a provider block, or the subscription's id
  std::string type;              ///< canonical id
  std::optional<std::string> created;
  std::optional<Exemption> exempt;
};

/// A suppression for formats without comments.
struct IgnoreRule {
  std::string rule;  ///< id
  std::optional<PathPattern> path;
  std::optional<Glob> address;
  std::string reason;
  std::optional<std::string> until;
  Place place;  ///< of the entry; nowhere for an editor's options
};

/// Which compute runs the program whose documents lie below a path.
struct AppRule {
  PathPattern path;
  Glob runs_on;  ///< addresses
  Place place;   ///< of that pattern; nowhere for an editor's options
};

/// `.smtplint.yaml`: one member for each row of `keys()`. What is not set stays with what the command line,
/// the code or the rules say.
struct Configuration {
  std::optional<std::vector<SubscriptionRule>> subscription;  ///< the first that fits counts
  std::optional<std::vector<std::string>> private_domains;
  std::optional<std::vector<IpRange>> private_addresses;
  std::optional<std::vector<std::string>> relays;           ///< hosts inside the user's own network
  std::optional<std::map<std::string, Severity>> severity;  ///< by rule id
  std::optional<std::vector<PathPattern>> exclude;
  std::optional<std::vector<AppRule>> apps;
  std::optional<std::vector<IgnoreRule>> ignore;
  std::optional<std::string> policy_edition;
  std::optional<std::string> as_of;
  std::optional<Platform> platform;
};

/// Key by key: what `stronger` sets counts, all else is that of `weaker`.
[[nodiscard]] Configuration over(const Configuration& stronger, const Configuration& weaker);

}  // namespace smtplint::engine
