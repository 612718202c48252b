// Plans of a stranger: whatever comes in, shapes come out whose places lie in the text, and asking for
// everything ends.
#include "base/memory_file_system.h"
#include "frontend/tfplan/tfplan.h"
#include "fuzz/fuzz.h"

namespace smtplint::fuzz {
namespace {

void check(const Shapes& shapes, const SourceStore& sources, const ValueStore& store) {
  for (const Resource& resource : shapes.resources) {
    if (resource.place.known())
      require_inside(resource.place.span, sources.get(resource.place.source).text());
    for (const std::string_view name : resource.properties->names()) {
      const Value value = resource.properties->get(name);
      const Place place = store.provenance().step(value.provenance()).place;
      if (place.known()) require_inside(place.span, sources.get(place.source).text());
    }
  }
  for (const Place secret : shapes.later->secrets())
    require_inside(secret.span, sources.get(secret.source).text());
}

}  // namespace
}  // namespace smtplint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace smtplint;
  MemoryFileSystem files;
  files.add("plan.json", std::string(fuzz::text_of(data, size)));
  SourceStore sources;
  ValueStore store;
  tfplan::Plans plans(files, sources, {"plan.json"}, {.file_bytes = 1u << 20u, .nesting = 100});
  if (plans.paths().empty()) return 0;
  const Shapes shapes = plans.evaluate(0, store, [](Value body, Place) { return body; });
  (void)plans.declared(0);
  if (shapes.later != nullptr) fuzz::check(shapes, sources, store);
  return 0;
}
