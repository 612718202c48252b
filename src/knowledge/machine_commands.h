#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// Commands that install what stands behind one of their words.
struct InstallCommand {
  std::vector<std::string> names;    ///< lower case
  std::vector<std::string> actions;  ///< the word that says so: `install`; empty: the command itself
};

/// What commands do to a machine, whatever they do it with: `rules/platform/machine-commands.yaml`. Compared
/// without case.
struct MachineCommands {
  static constexpr std::string_view id = "machine-commands";
  [[nodiscard]] static MachineCommands read(Reader& reader);

  std::vector<InstallCommand> installs;
  std::vector<std::string> answers;         ///< take answers to the questions of packages from their input
  std::vector<std::string> only_read;       ///< leave a file that they name as it is
  std::vector<std::string> last_is_target;  ///< change the last file that they name
};

}  // namespace smtplint::knowledge
