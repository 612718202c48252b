#include "engine/configuration/resolver.h"

#include "base/path.h"

namespace smtplint::engine {
namespace {

/// More than a person writes; what is larger is no configuration.
constexpr std::uint64_t largest_configuration = 1u << 20u;

constexpr std::string_view no_file;

std::string within(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

}  // namespace

std::optional<std::string> nearest_configuration(const ConfigurationChoice& choice, const FileSystem& files,
                                                 const std::string& path) {
  if (choice.file) return choice.file->path;
  if (!choice.search) return std::nullopt;
  for (std::string_view folder = path;; folder = folder_of(folder)) {
    std::string file = within(folder, configuration_file_name);
    if (files.kind(file) == EntryKind::file) return file;
    if (folder.empty()) return std::nullopt;
  }
}

ConfigurationResolver::ConfigurationResolver(const ConfigurationChoice& choice, const FileSystem& files,
                                             const knowledge::Catalogue& catalogue, SourceStore& sources)
    : choice_(choice), files_(files), catalogue_(catalogue), sources_(sources) {}

Result<const Configuration*> ConfigurationResolver::of(const std::string& path) {
  const auto asked = by_path_.find(path);
  if (asked != by_path_.end()) return asked->second;
  const std::string file = nearest_configuration(choice_, files_, path).value_or(std::string(no_file));
  const auto known = by_file_.find(file);
  if (known != by_file_.end()) return by_path_[path] = known->second.get();
  auto configuration = read(file);
  if (!configuration) return configuration.error();
  if (choice_.options) {
    const auto options = checked(*choice_.options);
    if (!options) return options.error();
    configuration = over(*options, *configuration);
  }
  const auto added =
      by_file_.emplace(file, std::make_unique<const Configuration>(std::move(configuration).value()));
  return by_path_[path] = added.first->second.get();
}

Result<Configuration> ConfigurationResolver::read(const std::string& file) {
  if (file == no_file) return Configuration{};
  ConfigurationText text{file, std::string(folder_of(file)), {}};
  if (choice_.file) {
    text = *choice_.file;
  } else {
    auto bytes = files_.read(file, largest_configuration);
    if (!bytes) return bytes.error();
    text.text = std::move(bytes).value();
  }
  const auto source = decode_source(text.path, std::move(text.text));
  if (!source) return source.error();
  text.text = (*source)->text();
  text.source = sources_.add(*source);
  return checked(text);
}

Result<Configuration> ConfigurationResolver::checked(const ConfigurationText& text) const {
  ConfigurationReading reading = read_configuration(text, catalogue_);
  if (!reading.problems.empty()) return Error{to_string(reading.problems.front(), text.path)};
  return std::move(reading.configuration);
}

}  // namespace smtplint::engine
