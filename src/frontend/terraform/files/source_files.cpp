#include "frontend/terraform/files/source_files.h"

#include <utility>

namespace smtplint::terraform {

const Result<SourceId>& SourceFiles::text(const std::string& path) {
  const auto known = texts_.find(path);
  if (known != texts_.end()) return known->second;
  Result<std::string> read = files_.read(path, limits_.file_bytes);
  if (!read.ok()) return texts_.emplace(path, read.error()).first->second;
  auto source = decode_source(path, std::move(read).value());
  if (!source.ok()) return texts_.emplace(path, source.error()).first->second;
  return texts_.emplace(path, sources_.add(std::move(source).value())).first->second;
}

Result<std::string> SourceFiles::bytes(const std::string& path) const {
  return files_.read(path, limits_.file_bytes);
}

std::shared_ptr<const hcl::Tree> SourceFiles::tree_of(std::string_view text) const {
  const auto parse = [this](std::string_view kept) { return hcl::parse_file(kept, parse_limits()); };
  return cache_ == nullptr ? parse(text) : cache_->tree<hcl::Tree>("hcl", text, parse);
}

std::shared_ptr<const JsonConfiguration> SourceFiles::json_of(std::string_view text,
                                                              JsonConfiguration::Kind kind) const {
  const auto parse = [this, kind](std::string_view kept) {
    return std::make_shared<const JsonConfiguration>(kept, kind, parse_limits());
  };
  if (cache_ == nullptr) return parse(text);
  const bool variables = kind == JsonConfiguration::Kind::variables;
  return cache_->tree<JsonConfiguration>(variables ? "tfvars.json" : "tf.json", text, parse);
}

std::unique_ptr<ConfigurationFile> SourceFiles::parse(const std::string& path, SourceId source) {
  auto file = std::make_unique<ConfigurationFile>();
  file->path = path;
  file->document.source = source;
  file->document.text = sources_.get(source).text();
  if (path.ends_with(".json")) {
    const auto kind = path.ends_with(".tfvars.json") ? JsonConfiguration::Kind::variables
                                                     : JsonConfiguration::Kind::configuration;
    file->json = json_of(file->document.text, kind);
    file->body = &file->json->body();
    file->errors = file->json->errors();
  } else {
    file->tree = tree_of(file->document.text);
    file->body = &file->tree->body();
    file->errors.assign(file->tree->errors().begin(), file->tree->errors().end());
  }
  return file;
}

const Result<const ConfigurationFile*>& SourceFiles::configuration(const std::string& path) {
  const auto known = configurations_.find(path);
  if (known != configurations_.end()) return known->second;
  const Result<SourceId>& source = text(path);
  if (!source.ok()) return configurations_.emplace(path, source.error()).first->second;
  parsed_.push_back(parse(path, *source));
  const ConfigurationFile* file = parsed_.back().get();
  return configurations_.emplace(path, file).first->second;
}

const hcl::Tree& SourceFiles::template_in(SourceId source) {
  std::shared_ptr<const hcl::Tree>& tree = templates_[source];
  if (tree == nullptr) tree = hcl::parse_template(sources_.get(source).text(), parse_limits());
  return *tree;
}

}  // namespace smtplint::terraform
