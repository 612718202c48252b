// The same deployment as code and as a plan: the same model. The examples of the mapping tables hold every
// kind of resource.
#include <gtest/gtest.h>

#include <set>

#include "base/memory_file_system.h"
#include "frontend/tfplan/tfplan.h"
#include "knowledge/catalogue.h"
#include "lowering/mapper.h"
#include "support/plan_writer.h"
#include "unit/lowering/example.h"

namespace smtplint::engine {
namespace {

/// The resources of an example; those that a plan can hold have gone through one.
struct ThroughPlan {
  explicit ThroughPlan(lowering::Example& example) {
    PlanWriter writer;
    for (const Resource& resource : example.shapes.resources) {
      if (writer.add(resource)) planned.insert(resource.address);
    }
    files.add("plan.json", writer.text());
    plans = std::make_unique<tfplan::Plans>(files, sources, std::vector<std::string>{"plan.json"},
                                            tfplan::Limits{.file_bytes = 1u << 20u, .nesting = 100});
    const Shapes read = plans->evaluate(0, example.store, [](Value body, Place) { return body; });
    EXPECT_TRUE(read.events.empty());
    for (const Resource& resource : example.shapes.resources) {
      const auto same = std::ranges::find(read.resources, resource.address, &Resource::address);
      EXPECT_EQ(same != read.resources.end(), planned.contains(resource.address)) << resource.address;
      shapes.resources.push_back(same == read.resources.end() ? resource : *same);
    }
  }

  MemoryFileSystem files;
  SourceStore sources;
  std::unique_ptr<tfplan::Plans> plans;
  std::set<std::string> planned;
  Shapes shapes;
};

TEST(PlanParity, EveryKindOfResourceBecomesTheSameModel) {
  const auto& mappings = knowledge::Catalogue::built_in().mappings();
  std::set<std::string> kinds, through_plan;
  for (const std::filesystem::path& file : lowering::examples_in("resources")) {
    lowering::Example example(file);
    ThroughPlan through(example);
    const auto model = [&](const Shapes& shapes) {
      return model::dump(lowering::lower_resources(shapes, mappings, example.store).model);
    };
    EXPECT_EQ(model(through.shapes), model(example.shapes)) << file.filename();
    lowering::Mapper mapper(mappings, example.store);
    for (const lowering::Mapped& thing : mapper.map(example.shapes.resources)) {
      if (thing.resource->dialect == Dialect::arm || thing.resource->type == "module") continue;
      kinds.insert(thing.mapping->id);
      if (through.planned.contains(thing.resource->address)) through_plan.insert(thing.mapping->id);
    }
  }
  EXPECT_GT(kinds.size(), 40u);
  EXPECT_EQ(kinds, through_plan);
}

}  // namespace
}  // namespace smtplint::engine
