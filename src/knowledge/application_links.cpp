#include "knowledge/application_links.h"

#include <utility>

#include "base/name_patterns.h"
#include "base/path.h"

namespace smtplint::knowledge {
namespace {

using Says = ApplicationLinkKind::Says;

constexpr std::pair<std::string_view, Says> says_words[] = {
    {"service", Says::service},
    {"image", Says::image},
    {"resource", Says::resource},
};
enum class From { file, workspace };
constexpr std::pair<std::string_view, From> from_words[] = {
    {"file", From::file},
    {"workspace", From::workspace},
};

ApplicationLinkKind read_kind(Node map, Problems& problems) {
  Reader reader(map, problems);
  ApplicationLinkKind kind;
  kind.files = reader.texts("files");
  kind.in = reader.texts_or_none("in");
  kind.each = reader.text("each");
  const Node when = reader.optional("when");
  if (!when.missing()) {
    Reader entries(when, problems);
    for (std::size_t i = 0; when.is(NodeKind::map) && i < when.size(); ++i)
      kind.when.emplace(when.key_at(i), entries.text(when.key_at(i)));
  }
  kind.says = reader.word<Says>("says", says_words);
  kind.name = reader.text("name");
  kind.paths = reader.texts("path");
  kind.from_file = reader.word<From>("from", from_words) == From::file;
  return kind;
}

}  // namespace

bool ApplicationLinkKind::stands_in(std::string_view path) const {
  return fits_any(file_name(path), files) && (in.empty() || fits_any(file_name(folder_of(path)), in));
}

ApplicationLinks ApplicationLinks::read(Reader& reader) {
  ApplicationLinks table;
  const Node links = reader.required("links");
  for (std::size_t i = 0; links.is(NodeKind::list) && i < links.size(); ++i)
    table.kinds_.push_back(read_kind(links.at(i), reader.problems()));
  table.profile_variables_ = reader.texts("profile-variables");
  (void)reader.sources();
  return table;
}

}  // namespace smtplint::knowledge
