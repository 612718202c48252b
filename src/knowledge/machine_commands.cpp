#include "knowledge/machine_commands.h"

namespace smtplint::knowledge {

MachineCommands MachineCommands::read(Reader& reader) {
  MachineCommands commands;
  const Node installs = reader.required("installs");
  for (std::size_t i = 0; installs.is(NodeKind::list) && i < installs.size(); ++i) {
    Reader entry(installs.at(i), reader.problems());
    commands.installs.push_back({entry.texts("names"), entry.texts_or_none("actions")});
  }
  commands.answers = reader.texts("answers");
  commands.only_read = reader.texts("only-read");
  commands.last_is_target = reader.texts("last-is-target");
  (void)reader.sources();
  return commands;
}

}  // namespace smtplint::knowledge
