#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"
#include "engine/configuration/configuration.h"
#include "engine/configuration/reader.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

inline constexpr std::string_view configuration_file_name = ".smtplint.yaml";

/// Where configuration comes from.
struct ConfigurationChoice {
  bool search = true;                        ///< `.smtplint.yaml` files count; false: `--no-config`
  std::optional<ConfigurationText> file;     ///< `--config`: in place of all of them
  std::optional<ConfigurationText> options;  ///< an editor's: their keys beat those of the files
};

/// The file that counts for a path, from the workspace: the nearest upwards from it. None where there is
/// none.
[[nodiscard]] std::optional<std::string> nearest_configuration(const ConfigurationChoice& choice,
                                                               const FileSystem& files,
                                                               const std::string& path);

/// Which configuration counts where. The nearest file upwards from a root or document, not above the
/// workspace; files are not merged.
class ConfigurationResolver {
 public:
  /// All must outlive the resolver; configuration files that are read are added to `sources`.
  ConfigurationResolver(const ConfigurationChoice& choice, const FileSystem& files,
                        const knowledge::Catalogue& catalogue, SourceStore& sources);

  /// What counts for a root (folder or file) or a document. Fails where it is wrong, with its place.
  [[nodiscard]] Result<const Configuration*> of(const std::string& path);

 private:
  [[nodiscard]] Result<Configuration> read(const std::string& file);
  [[nodiscard]] Result<Configuration> checked(const ConfigurationText& text) const;

  const ConfigurationChoice& choice_;
  const FileSystem& files_;
  const knowledge::Catalogue& catalogue_;
  SourceStore& sources_;
  std::map<std::string, std::unique_ptr<const Configuration>> by_file_;  ///< empty name: no file
  std::map<std::string, const Configuration*> by_path_;
};

}  // namespace smtplint::engine
