#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/property_path.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// Commands that install what stands behind one of their words.
struct InstallCommand {
  std::vector<std::string> names;    ///< lower case
  std::vector<std::string> actions;  ///< the word that says so: `install`; empty: the command itself
  std::string parameter;             ///< that names what is installed; empty: whatever stands there
  std::vector<std::pair<std::string, std::string>> unless;  ///< parameters, and what they are not
};

/// Where the settings of the extension for Desired State Configuration say what they mean: paths, of which
/// the first that is there counts.
struct ConfigurationSettings {
  std::vector<PropertyPath> script;
  std::vector<PropertyPath> name;     ///< of the configuration
  std::vector<PropertyPath> both;     ///< `script.ps1\name`
  std::vector<PropertyPath> archive;  ///< that holds the script: often a folder of the same name holds it too
  std::vector<PropertyPath> arguments;
};

/// Commands that run a program out of an image: `docker run -e KEY=value image`.
struct ContainerCommand {
  std::vector<std::string> names;
  std::vector<std::string> actions;      ///< the words behind which the options stand
  std::vector<std::string> environment;  ///< options that set a variable
  std::vector<std::string> files;        ///< options that name a file of variables
  std::vector<std::string> flags;        ///< options that take no word of their own
};

/// What commands do to a machine, whatever they do it with: `rules/platform/machine-commands.yaml`. Compared
/// without case.
struct MachineCommands {
  static constexpr std::string_view id = "machine-commands";
  [[nodiscard]] static MachineCommands read(Reader& reader);

  std::vector<InstallCommand> installs;
  ConfigurationSettings configurations;
  ContainerCommand containers;
  std::vector<std::string> answers;         ///< take answers to the questions of packages from their input
  std::vector<std::string> only_read;       ///< leave a file that they name as it is
  std::vector<std::string> last_is_target;  ///< change the last file that they name
};

}  // namespace smtplint::knowledge
