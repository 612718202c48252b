#include "knowledge/configuration_files.h"

#include <algorithm>
#include <utility>

#include "base/glob.h"
#include "base/name_patterns.h"
#include "base/path.h"

namespace smtplint::knowledge {
namespace {

/// `Production` of `appsettings.Production.json` by `appsettings.*.json`.
std::optional<std::string> profile_in(std::string_view name, const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) {
    if (!glob_matches_ignoring_case(pattern, name)) continue;
    const std::size_t star = pattern.find('*');
    return std::string(name.substr(star, name.size() - (pattern.size() - 1)));
  }
  return std::nullopt;
}

ConfigurationFileKind read_kind(Node map, Problems& problems) {
  Reader reader(map, problems);
  ConfigurationFileKind kind;
  kind.format = read_file_format(reader);
  kind.below_environment = reader.boolean_or("below-environment", false);
  kind.deployed = reader.boolean_or("deployed", true);
  if (reader.has("runs-on")) {
    kind.runs_on = workload_kind_from(reader.text("runs-on"));
    if (!kind.runs_on) reader.problem("`runs-on` is no kind of workload");
  }
  kind.names = reader.texts_or_none("names");
  kind.profiles = reader.texts_or_none("profiles");
  kind.in = reader.texts_or_none("in");
  kind.not_in = reader.texts_or_none("not-in");
  kind.document_profiles = reader.texts_or_none("document-profiles");
  kind.containers_only = reader.boolean_or("containers-only", false);
  if (kind.names.empty() && kind.profiles.empty()) reader.problem("no file has such a kind");
  for (const std::string& pattern : kind.profiles) {
    if (std::ranges::count(pattern, '*') != 1)
      reader.problem("a profile is what the one `*` of its pattern stands for");
  }
  return kind;
}

}  // namespace

FileFormat read_file_format(Reader& reader, std::optional<FileShape> shape) {
  std::vector<std::pair<std::string_view, FileFormat>> words;
  for (const FileFormatTraits& row : file_formats) {
    if (!shape || row.shape == *shape) words.emplace_back(row.word, row.format);
  }
  return reader.word<FileFormat>("format", words);
}

bool ConfigurationFiles::is_skipped(std::string_view path) const {
  return fits_any(file_name(path), skip_names_) || is_below_any(path, skip_folders_);
}

std::optional<ConfigurationFile> ConfigurationFiles::kind_of(std::string_view path) const {
  const std::string_view name = file_name(path);
  for (const ConfigurationFileKind& kind : kinds_) {
    const bool alone = fits_any(name, kind.names);
    const auto profile = alone ? std::optional(std::string()) : profile_in(name, kind.profiles);
    if (!profile) continue;
    if (!kind.in.empty() && !fits_any(file_name(folder_of(path)), kind.in)) continue;
    if (is_skipped(path) || is_below_any(path, kind.not_in)) return std::nullopt;
    return ConfigurationFile{&kind, profile.value_or("")};
  }
  return std::nullopt;
}

bool ConfigurationFiles::is_local(std::string_view profile) const {
  return fits_any(profile, local_profiles_);
}

bool ConfigurationFiles::is_production(std::string_view profile) const {
  return fits_any(profile, production_profiles_);
}

bool ConfigurationFiles::is_sample(std::string_view path) const {
  return fits_any(file_name(path), samples_);
}

bool ConfigurationFiles::is_other_schema(std::string_view schema) const {
  return fits_any(schema, other_schemas_);
}

ConfigurationFiles ConfigurationFiles::read(Reader& reader) {
  ConfigurationFiles table;
  const Node kinds = reader.required("files");
  for (std::size_t i = 0; kinds.is(NodeKind::list) && i < kinds.size(); ++i) {
    table.kinds_.push_back(read_kind(kinds.at(i), reader.problems()));
  }
  table.skip_folders_ = reader.texts("skip-folders");
  table.skip_names_ = reader.texts("skip-names");
  table.other_schemas_ = reader.texts("other-schemas");
  table.local_profiles_ = reader.texts("local-profiles");
  table.production_profiles_ = reader.texts("production-profiles");
  table.samples_ = reader.texts("samples");
  table.template_marks_ = reader.texts("template-marks");
  (void)reader.sources();
  return table;
}

}  // namespace smtplint::knowledge
