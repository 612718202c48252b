#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/configuration_files.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// The words of a scripting language and of the libraries that its programs are configured with. Functions
/// are patterns; `[]` behind a name is an index.
struct ProgramLanguage {
  FileFormat format = FileFormat::python;
  std::vector<std::string> environment;  ///< they read a variable: its name, then what counts without it
  std::vector<std::string> otherwise;    ///< named arguments with what counts without it
  std::vector<std::string> hands_on;     ///< they hand their first argument on
  std::vector<std::string> maps;         ///< their named arguments are a map
  std::vector<std::string> defines;      ///< a name and its value
  std::vector<std::string> updates;      ///< they set their named arguments in what they are called on
};

/// How programs say what they are configured with: `rules/platform/program-languages.yaml`.
class ProgramLanguages {
 public:
  [[nodiscard]] const std::vector<ProgramLanguage>& all() const { return languages_; }

  static constexpr std::string_view id = "program-languages";
  [[nodiscard]] static ProgramLanguages read(Reader& reader);

 private:
  std::vector<ProgramLanguage> languages_;
};

}  // namespace smtplint::knowledge
