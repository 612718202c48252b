#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "diagnostic/report.h"
#include "engine/configuration/resolver.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

struct AnalysisCache;

/// What the user says of the subscription; beats what the code shows.
struct SubscriptionOptions {
  std::optional<std::string> type;     ///< canonical id
  std::optional<std::string> created;  ///< `YYYY-MM-DD`
  bool exempt = false;
  std::optional<std::string> info;  ///< the JSON text of `--subscription-info`
};

struct Request {
  std::vector<std::string> paths;  ///< files and folders, from the workspace; empty path: all of it
  SubscriptionOptions subscription;
  std::vector<std::pair<std::string, std::string>> variables;
  std::vector<std::string> variable_files;   ///< from the workspace
  std::vector<std::string> parameter_files;  ///< of templates, from the workspace
  std::string
      module_cache;  ///< where the file system has what the Bicep compiler keeps of registries; may be empty
  Platform platform = Platform::automatic;
  std::optional<std::string> policy_edition;
  std::optional<std::string> as_of;  ///< `YYYY-MM-DD`
  std::vector<std::string> select;   ///< rule ids or prefixes; empty: those enabled by default
  std::vector<std::string> ignore;
  ConfigurationChoice configuration;
  std::string today;  ///< `YYYY-MM-DD`; by it suppressions expire, unless `as_of` says another day
  bool fixes = true;  ///< look for fixes and prove them
};

/// The whole program as one pure function: it reads the file system that it is given and nothing else, prints
/// nothing and keeps no state. Fails only where the request itself is wrong.
[[nodiscard]] Result<Report> analyze(const Request& request, const FileSystem& files,
                                     const knowledge::Catalogue& catalogue);

/// The same with what earlier analyses have kept at hand, for those who analyse again and again. Told to
/// stop, it fails with `stopped` before the next deployment.
[[nodiscard]] Result<Report> analyze(const Request& request, const FileSystem& files,
                                     const knowledge::Catalogue& catalogue, AnalysisCache& cache,
                                     std::stop_token stop = {});

/// What an analysis fails with that was told to stop.
[[nodiscard]] Error stopped();

}  // namespace smtplint::engine
