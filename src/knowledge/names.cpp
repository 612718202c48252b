#include "knowledge/names.h"

namespace smtplint::knowledge {

NameTables NameTables::read(const std::vector<Node>& files, Problems& problems) {
  NameTables tables;
  for (const Node file : files) {
    const std::string_view id = file.find("id").text();
    if (id == "host-names") tables.hosts_ = HostNames::read(file, problems);
    if (id == "key-words") tables.keys_ = KeyWords::read(file, problems);
    if (id == "setting-forms") tables.forms_ = SettingForms::read(file, problems);
  }
  return tables;
}

}  // namespace smtplint::knowledge
