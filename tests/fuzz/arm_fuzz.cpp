// Templates of a stranger: whatever comes in, shapes come out whose places lie in the text, and asking for
// everything ends.
#include <algorithm>

#include "base/memory_file_system.h"
#include "base/path.h"
#include "frontend/arm/arm.h"
#include "fuzz/files.h"
#include "fuzz/fuzz.h"

namespace smtplint::fuzz {
namespace {

constexpr arm::Limits limits{.file_bytes = 1u << 20u,
                             .nesting = 100,
                             .parse_progress_per_kilobyte = 4000,
                             .evaluation_steps = 100'000,
                             .expansion = 200,
                             .text_bytes = 1u << 16u,
                             .module_depth = 8};

void check(const Shapes& shapes, const SourceStore& sources, const ValueStore& store) {
  for (const Resource& resource : shapes.resources) {
    require_inside(resource.place.span, sources.get(resource.place.source).text());
    for (const std::string_view name : resource.properties->names()) {
      const Value value = resource.properties->get(name);
      const Place place = store.provenance().step(value.provenance()).place;
      if (place.known()) require_inside(place.span, sources.get(place.source).text());
    }
  }
  for (const Event& event : shapes.later->met().events)
    if (event.place.known()) require_inside(event.place.span, sources.get(event.place.source).text());
}

}  // namespace
}  // namespace smtplint::fuzz

/// The files of one input, or one template.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  const std::string_view text = fuzz::text_of(data, size);
  MemoryFileSystem files;
  std::vector<std::string> paths;
  for (const auto& [path, inner] : fuzz::files_of(text)) {
    const auto normal = normal_path(path);
    if (!normal || std::ranges::find(paths, *normal) != paths.end()) continue;
    files.add(*normal, std::string(inner));
    paths.push_back(*normal);
  }
  if (paths.empty()) {
    files.add("main.json", std::string(text));
    paths.emplace_back("main.json");
  }
  SourceStore sources;
  arm::Project project(files, sources, paths, fuzz::limits);
  for (const arm::Root& root : project.roots()) {
    for (const arm::Environment& environment : root.environments) {
      ValueStore store;
      const Shapes shapes = project.evaluate(root, environment, store);
      if (shapes.later != nullptr) fuzz::check(shapes, sources, store);
    }
  }
  return 0;
}
