#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "value/store.h"

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

/// What a source means by the aliases of the `bicepconfig.json` nearest upwards from a file; nothing where it
/// is no module of a registry, or its alias is not known.
[[nodiscard]] std::optional<RegistryReference> registry_reference(std::string_view source,
                                                                  std::string_view from,
                                                                  const FileSystem& files, ValueStore& store);

}  // namespace smtplint::bicep
