#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "frontend/arm/arm.h"

namespace smtplint::arm {
namespace {

constexpr Limits limits{.file_bytes = 10'000,
                        .nesting = 100,
                        .parse_progress_per_kilobyte = 4000,
                        .evaluation_steps = 10'000,
                        .expansion = 100,
                        .text_bytes = 10'000,
                        .module_depth = 8};

/// Where the name of the only resource of a template stands.
Span place_of_name(const std::string& name) {
  MemoryFileSystem files;
  files.add("main.json", R"({"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
 "resources": [{"type": "Microsoft.Web/sites", "name": )" +
                             name + R"( "properties": {}}]})");
  SourceStore sources;
  ValueStore store;
  Project project(files, sources, {"main.json"}, limits);
  const Shapes shapes = project.evaluate(project.roots().at(0), {}, store);
  if (shapes.resources.empty()) return {1, 0};
  const Value value = shapes.resources[0].properties->get("name");
  return store.provenance().step(value.provenance()).place.span;
}

TEST(BrokenTemplates, AStringThatEndsWithItsLineHasAPlace) {
  const Span place = place_of_name("\"\n    ");
  EXPECT_LE(place.begin, place.end);
}

TEST(BrokenTemplates, AWholeStringIsMarkedBetweenItsQuotes) {
  EXPECT_EQ(place_of_name("\"shop\",").length(), 4u);
}

}  // namespace
}  // namespace smtplint::arm
