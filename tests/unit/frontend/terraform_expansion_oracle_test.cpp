#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "base/memory_file_system.h"
#include "frontend/terraform/terraform.h"
#include "unit/frontend/value_json.h"

namespace smtplint::terraform {
namespace {

using nlohmann::json;

const std::filesystem::path table =
    std::filesystem::path(SMTPLINT_SOURCE_DIR) / "tests/oracles/terraform_expansion/expansions.jsonl";

constexpr Limits limits{.file_bytes = 1u << 20u,
                        .nesting = 100,
                        .parse_progress_per_kilobyte = 4000,
                        .evaluation_steps = 1'000'000,
                        .expansion = 1000,
                        .text_bytes = 1u << 20u,
                        .module_depth = 16};

/// Equal where Terraform knows the value at plan time.
bool agrees(const json& ours, const json& planned, const json& unknown) {
  if (unknown.is_boolean() && unknown.get<bool>()) return true;
  if (unknown.is_object() && planned.is_object()) {
    for (const auto& [key, inner] : planned.items()) {
      if (!agrees(ours.value(key, not_known), inner, unknown.value(key, json(false)))) return false;
    }
    return ours.is_object();
  }
  if (planned.is_number() && ours.is_number()) return planned.get<double>() == ours.get<double>();
  if (planned.is_array() && ours.is_array()) {
    if (planned.size() != ours.size()) return false;
    for (std::size_t i = 0; i < planned.size(); ++i) {
      const json inner = unknown.is_array() && i < unknown.size() ? unknown[i] : json(false);
      if (!agrees(ours[i], planned[i], inner)) return false;
    }
    return true;
  }
  if (planned.is_object() && ours.is_object() && planned.size() == ours.size()) {
    for (const auto& [key, inner] : planned.items()) {
      if (!ours.contains(key) || !agrees(ours[key], inner, false)) return false;
    }
    return true;
  }
  return ours == planned;
}

struct Evaluated {
  std::map<std::string, json> instances;
  std::vector<Event> events;
};

Evaluated evaluate(const json& files) {
  MemoryFileSystem system;
  std::vector<std::string> paths;
  for (const auto& [path, text] : files.items()) {
    system.add(path, text.get<std::string>());
    paths.push_back(path);
  }
  SourceStore sources;
  ValueStore store;
  Project project(system, sources, paths, limits);
  const Root root = project.roots().front();
  const Shapes shapes = project.evaluate(root, root.environments.front(), {}, store);
  Evaluated result{{}, shapes.later->met().events};
  for (const Resource& resource : shapes.resources) {
    result.instances[resource.address] = as_json(resource.properties->get("input"));
    EXPECT_EQ(resource.existence.truth, Truth::yes) << resource.address;
  }
  return result;
}

TEST(TerraformExpansionOracle, AgreesWithThePlansOfGeneratedModuleTrees) {
  std::ifstream input(table);
  std::size_t projects = 0, instances = 0;
  for (std::string line; std::getline(input, line); ++projects) {
    const json project = json::parse(line);
    const Evaluated evaluated = evaluate(project["files"]);
    const std::string seed = project["seed"].dump();
    EXPECT_TRUE(evaluated.events.empty()) << "seed " << seed << ": " << evaluated.events.front().detail;
    EXPECT_EQ(evaluated.instances.size(), project["instances"].size()) << "seed " << seed;
    for (const auto& [address, planned] : project["instances"].items()) {
      const auto ours = evaluated.instances.find(address);
      if (ours == evaluated.instances.end()) {
        ADD_FAILURE() << "seed " << seed << ": there is no " << address;
        continue;
      }
      EXPECT_TRUE(agrees(ours->second, planned["input"], planned.value("unknown", json(false))))
          << "seed " << seed << ", " << address << ": " << ours->second << " instead of " << planned;
      ++instances;
    }
  }
  EXPECT_EQ(projects, 300u);
  EXPECT_GT(instances, 1000u);
}

}  // namespace
}  // namespace smtplint::terraform
