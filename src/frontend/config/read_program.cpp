#include "frontend/config/formats.h"
#include "frontend/config/program_settings.h"
#include "syntax/program/tree.h"

namespace smtplint::config {
namespace {

Reading read(std::string_view text, program::Language language, const ReadOptions& options) {
  static const ProgramWords none;
  const auto tree = program::parse(text, language, {options.nesting, options.parse_progress_per_kilobyte});
  ProgramSettings settings(options.words == nullptr ? none : *options.words);
  for (const program::Assignment& assignment : tree->assignments()) settings.run(assignment);
  Reading reading;
  for (const program::SyntaxError& error : tree->errors())
    reading.problems.push_back({error.span, error.message});
  reading.documents.push_back(settings.finish());
  return reading;
}

}  // namespace

Reading read_python(std::string_view text, const ReadOptions& options) {
  return read(text, program::Language::python, options);
}

Reading read_php(std::string_view text, const ReadOptions& options) {
  return read(text, program::Language::php, options);
}

Reading read_ruby(std::string_view text, const ReadOptions& options) {
  return read(text, program::Language::ruby, options);
}

}  // namespace smtplint::config
