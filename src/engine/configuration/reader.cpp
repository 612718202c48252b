#include "engine/configuration/reader.h"

#include <algorithm>

#include "engine/configuration/map_reader.h"
#include "knowledge/image_writer.h"
#include "knowledge/yaml_import.h"

namespace smtplint::engine {
namespace {

constexpr std::string_view section = "configuration";

std::vector<ConfigurationProblem> in_order(const knowledge::Problems& problems) {
  std::vector<ConfigurationProblem> found;
  for (const knowledge::Problem& problem : problems.all()) {
    found.push_back({{problem.line, problem.column}, problem.sentence});
  }
  std::ranges::stable_sort(found, [](const auto& left, const auto& right) {
    return std::pair(left.place.line, left.place.column) < std::pair(right.place.line, right.place.column);
  });
  return found;
}

}  // namespace

ConfigurationReading read_configuration(const ConfigurationText& text,
                                        const knowledge::Catalogue& catalogue) {
  knowledge::ImageWriter writer;
  knowledge::Problems problems;
  knowledge::import_yaml(section, text.path, text.text, writer, problems, knowledge::EmptyFile::null);
  const std::string bytes = writer.finish();
  const knowledge::Image image(bytes);
  ConfigurationReading reading;
  ReadingContext context{text, catalogue, problems};
  for (const knowledge::Node root : image.section(section)) {
    if (root.is(knowledge::NodeKind::null)) continue;  // a file without keys only says where a workspace is
    read_map<Configuration>(ValueReader(root, context), configuration_keys(), reading.configuration);
  }
  reading.problems = in_order(problems);
  return reading;
}

std::string to_string(const ConfigurationProblem& problem, std::string_view path) {
  return std::string(path) + ":" + std::to_string(problem.place.line) + ":" +
         std::to_string(problem.place.column) + ": " + problem.message;
}

}  // namespace smtplint::engine
