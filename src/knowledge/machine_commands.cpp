#include "knowledge/machine_commands.h"

namespace smtplint::knowledge {

MachineCommands MachineCommands::read(const std::vector<Node>& files, Problems& problems) {
  MachineCommands commands;
  for (const Node file : files) {
    if (file.find("id").text() != "machine-commands") continue;
    Reader reader(file, problems);
    (void)reader.text("id");
    const Node installs = reader.required("installs");
    for (std::size_t i = 0; installs.is(NodeKind::list) && i < installs.size(); ++i) {
      Reader entry(installs.at(i), problems);
      commands.installs.push_back({entry.texts("names"), entry.texts_or_none("actions")});
    }
    commands.answers = reader.texts("answers");
    commands.only_read = reader.texts("only-read");
    commands.last_is_target = reader.texts("last-is-target");
    (void)reader.sources();
  }
  return commands;
}

}  // namespace smtplint::knowledge
