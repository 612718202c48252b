#include "knowledge/setting_texts.h"

#include <algorithm>

#include "base/name_patterns.h"

namespace smtplint::knowledge {
namespace {

SettingText read_text(Node map, Problems& problems) {
  Reader reader(map, problems);
  SettingText text;
  text.keys = reader.texts("keys");
  text.format = read_file_format(reader);
  text.file = reader.text_or("file", "");
  text.before = reader.text_or("before", "");
  return text;
}

}  // namespace

const SettingText* SettingTexts::of(std::string_view key) const {
  const auto text =
      std::ranges::find_if(texts_, [key](const SettingText& one) { return fits_any(key, one.keys); });
  return text == texts_.end() ? nullptr : &*text;
}

SettingTexts SettingTexts::read(Reader& reader) {
  SettingTexts table;
  const Node texts = reader.required("texts");
  for (std::size_t i = 0; texts.is(NodeKind::list) && i < texts.size(); ++i)
    table.texts_.push_back(read_text(texts.at(i), reader.problems()));
  (void)reader.sources();
  return table;
}

}  // namespace smtplint::knowledge
