// A stranger's `.smtplint.yaml`: every input is refused with places in the text, or read.
#include "base/line_index.h"
#include "engine/configuration/reader.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  const engine::ConfigurationText text{".smtplint.yaml", "infra", std::string(fuzz::text_of(data, size))};
  const engine::ConfigurationReading reading =
      engine::read_configuration(text, knowledge::Catalogue::built_in());
  const LineIndex lines(text.text);
  for (const engine::ConfigurationProblem& problem : reading.problems) {
    fuzz::require(problem.place.line >= 1 && problem.place.line <= lines.line_count());
    fuzz::require(!problem.message.empty());
  }
  if (!reading.configuration.exclude) return 0;
  for (const engine::PathPattern& pattern : *reading.configuration.exclude) {
    fuzz::require(!pattern.covers("elsewhere/main.tf"));
    (void)pattern.covers("infra/a/main.tf");
  }
  return 0;
}
