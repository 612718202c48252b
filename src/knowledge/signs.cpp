#include "knowledge/signs.h"

#include <re2/re2.h>

namespace smtplint::knowledge {
namespace {

std::vector<std::string> patterns(Reader& reader, std::string_view key) {
  std::vector<std::string> texts = reader.texts(key);
  for (const std::string& text : texts) {
    RE2::Options quiet;
    quiet.set_log_errors(false);
    const RE2 pattern(text, quiet);
    if (!pattern.ok()) reader.problem("`" + text + "` is no regular expression: " + pattern.error());
  }
  return texts;
}

}  // namespace

Signs Signs::read(Reader& reader) {
  Signs signs;
  signs.mail = patterns(reader, "mail");
  signs.azure = patterns(reader, "azure");
  signs.compute = patterns(reader, "compute");
  signs.azure_files = reader.texts("azure-files");
  signs.skip_folders = reader.texts("skip-folders");
  (void)reader.sources();
  return signs;
}

}  // namespace smtplint::knowledge
