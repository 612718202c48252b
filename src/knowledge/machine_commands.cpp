#include "knowledge/machine_commands.h"

namespace smtplint::knowledge {
namespace {

InstallCommand install_command(Node map, Problems& problems) {
  Reader entry(map, problems);
  InstallCommand command{
      entry.texts("names"), entry.texts_or_none("actions"), entry.text_or("parameter", ""), {}};
  const Node unless = entry.optional("unless");
  if (unless.missing()) return command;
  Reader parameters(unless, problems);
  for (std::size_t i = 0; unless.is(NodeKind::map) && i < unless.size(); ++i) {
    const std::string name(unless.key_at(i));
    command.unless.emplace_back(name, parameters.text(name));
  }
  return command;
}

std::vector<PropertyPath> paths(Node node, Problems& problems) {
  std::vector<PropertyPath> found;
  if (node.is(NodeKind::scalar)) found.push_back(PropertyPath::read(node, problems));
  for (std::size_t i = 0; node.is(NodeKind::list) && i < node.size(); ++i) {
    found.push_back(PropertyPath::read(node.at(i), problems));
  }
  std::erase_if(found, [](const PropertyPath& path) { return path.steps.empty(); });
  return found;
}

ConfigurationSettings configuration_settings(Node map, Problems& problems) {
  Reader reader(map, problems);
  ConfigurationSettings settings;
  settings.script = paths(reader.required("script"), problems);
  settings.name = paths(reader.required("name"), problems);
  settings.both = paths(reader.required("both"), problems);
  settings.archive = paths(reader.required("archive"), problems);
  settings.arguments = paths(reader.required("arguments"), problems);
  return settings;
}

ContainerCommand container_command(Node map, Problems& problems) {
  Reader reader(map, problems);
  return {reader.texts("names"), reader.texts("actions"), reader.texts("environment"), reader.texts("files"),
          reader.texts("flags")};
}

}  // namespace

MachineCommands MachineCommands::read(Reader& reader) {
  MachineCommands commands;
  const Node installs = reader.required("installs");
  for (std::size_t i = 0; installs.is(NodeKind::list) && i < installs.size(); ++i)
    commands.installs.push_back(install_command(installs.at(i), reader.problems()));
  commands.configurations = configuration_settings(reader.required("configurations"), reader.problems());
  commands.containers = container_command(reader.required("containers"), reader.problems());
  commands.answers = reader.texts("answers");
  commands.only_read = reader.texts("only-read");
  commands.last_is_target = reader.texts("last-is-target");
  (void)reader.sources();
  return commands;
}

}  // namespace smtplint::knowledge
