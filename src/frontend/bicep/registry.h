#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_system.h"

namespace smtplint::bicep {

/// A module of a registry: `br:mcr.microsoft.com/bicep/avm/res/web/site:0.19.0`.
struct RegistryReference {
  std::string registry;  ///< `mcr.microsoft.com`
  std::string path;      ///< `bicep/avm/res/web/site`
  std::string version;   ///< a tag, or a digest
  std::string cache;     ///< the folder that is configured for what the compiler keeps; empty: its default

  /// As it is written without alias.
  [[nodiscard]] std::string text() const;
  /// Where the compiler keeps it, from its cache.
  [[nodiscard]] std::string cached_file() const;
};

/// The aliases of `bicepconfig.json`, of which the one nearest upwards from a file counts. Each is read once.
class Registries {
 public:
  explicit Registries(const FileSystem& files) : files_(files) {}

  /// What the source of a module in a file means; nothing where it is no module of a registry, or its alias
  /// is not known.
  [[nodiscard]] std::optional<RegistryReference> reference(std::string_view source, std::string_view from);

 private:
  struct Configuration {
    std::map<std::string, std::string, std::less<>>
        aliases;  ///< registry and path before what they stand for
    std::string cache;
  };

  [[nodiscard]] const Configuration& configuration_of(const std::string& folder);
  [[nodiscard]] Configuration read(std::string_view text, const std::string& folder) const;

  const FileSystem& files_;
  std::map<std::string, Configuration> known_;  ///< by folder
};

}  // namespace smtplint::bicep
