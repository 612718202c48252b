#include "knowledge/program_languages.h"

namespace smtplint::knowledge {
namespace {

ProgramLanguage read_language(Node map, Problems& problems) {
  Reader reader(map, problems);
  ProgramLanguage language;
  language.format = read_file_format(reader, FileShape::program);
  language.environment = reader.texts("environment");
  language.otherwise = reader.texts_or_none("otherwise");
  language.hands_on = reader.texts_or_none("hands-on");
  language.maps = reader.texts_or_none("maps");
  language.defines = reader.texts_or_none("defines");
  language.updates = reader.texts_or_none("updates");
  return language;
}

}  // namespace

ProgramLanguages ProgramLanguages::read(Reader& reader) {
  ProgramLanguages table;
  const Node languages = reader.required("languages");
  for (std::size_t i = 0; languages.is(NodeKind::list) && i < languages.size(); ++i)
    table.languages_.push_back(read_language(languages.at(i), reader.problems()));
  (void)reader.sources();
  return table;
}

}  // namespace smtplint::knowledge
