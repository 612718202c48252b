#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_format.h"
#include "diagnostic/vocabulary.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// The word under `format`; where a shape is given, one of a format of that shape.
[[nodiscard]] FileFormat read_file_format(Reader& reader, std::optional<FileShape> shape = std::nullopt);

/// Files that programs read their settings from. Patterns of names; `*` stands for any text, case does not
/// count.
struct ConfigurationFileKind {
  FileFormat format = FileFormat::json;
  /// Variables of the environment replace settings of the same name.
  bool below_environment = false;
  bool deployed = true;                 ///< the file goes to where its program runs
  std::optional<WorkloadKind> runs_on;  ///< the only kind of compute for which such files are made
  std::vector<std::string> names;       ///< files that stand on their own
  /// Files that are laid over the one beside them that `names` fits; the part that `*` stands for is the name
  /// of the profile.
  std::vector<std::string> profiles;
  std::vector<std::string> in;      ///< patterns of folders; in others such a file is something else
  std::vector<std::string> not_in;  ///< patterns of folders in which it is something else too
  std::vector<std::string> document_profiles;  ///< settings that say under which profiles a document counts
  bool containers_only = false;                ///< only documents count that say which containers run
};

/// What a path says of a file.
struct ConfigurationFile {
  const ConfigurationFileKind* kind = nullptr;
  std::string profile;  ///< empty: the file stands on its own
};

/// Which files are configuration: `rules/platform/configuration-files.yaml`.
class ConfigurationFiles {
 public:
  /// Nothing where the file is none, or is documentation or test data.
  [[nodiscard]] std::optional<ConfigurationFile> kind_of(std::string_view path) const;
  /// A profile that only a developer's machine uses.
  [[nodiscard]] bool is_local(std::string_view profile) const;
  /// A profile that is in force where mail matters: the file below it is not in force alone.
  [[nodiscard]] bool is_production(std::string_view profile) const;
  /// A file that shows how another one may look, and that nothing reads.
  [[nodiscard]] bool is_sample(std::string_view path) const;
  /// Whether what a JSON document says of its schema makes it something else.
  [[nodiscard]] bool is_other_schema(std::string_view schema) const;

  [[nodiscard]] const std::vector<ConfigurationFileKind>& kinds() const { return kinds_; }
  /// They stand in texts that become documents only when somebody fills them in.
  [[nodiscard]] const std::vector<std::string>& template_marks() const { return template_marks_; }

  static constexpr std::string_view id = "configuration-files";
  [[nodiscard]] static ConfigurationFiles read(Reader& reader);

 private:
  [[nodiscard]] bool is_skipped(std::string_view path) const;

  std::vector<ConfigurationFileKind> kinds_;
  std::vector<std::string> skip_folders_, skip_names_, other_schemas_;
  std::vector<std::string> local_profiles_, production_profiles_, samples_;
  std::vector<std::string> template_marks_;
};

}  // namespace smtplint::knowledge
