// Plans that Terraform itself has made: what we read is what they say, and what we read in the code.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "frontend/terraform/terraform.h"
#include "unit/frontend/evaluated_plan.h"
#include "unit/frontend/value_json.h"

namespace smtplint::tfplan {
namespace {

using nlohmann::json;

const std::filesystem::path table =
    std::filesystem::path(SMTPLINT_SOURCE_DIR) / "tests/oracles/terraform_plan/plans.jsonl";

constexpr terraform::Limits code_limits{.file_bytes = 1u << 20u,
                                        .nesting = 100,
                                        .parse_progress_per_kilobyte = 4000,
                                        .evaluation_steps = 1'000'000,
                                        .expansion = 1000,
                                        .text_bytes = 1u << 20u,
                                        .module_depth = 16};

/// The same deployment as its code says it.
struct Code {
  MemoryFileSystem files;
  SourceStore sources;
  ValueStore store;
  std::unique_ptr<terraform::Project> project;
  Shapes shapes;
  std::vector<std::string> declared;

  explicit Code(const json& texts) {
    std::vector<std::string> paths;
    for (const auto& [path, text] : texts.items()) {
      files.add(path, text.get<std::string>());
      paths.push_back(path);
    }
    project = std::make_unique<terraform::Project>(files, sources, paths, code_limits);
    const terraform::Root root = project->roots().front();
    shapes = project->evaluate(root, root.environments.front(), {}, store);
    declared = project->declared(root);
  }

  [[nodiscard]] Value input(const std::string& address) const {
    for (const Resource& one : shapes.resources) {
      if (one.address == address) return one.properties->get("input");
    }
    ADD_FAILURE() << "the code has no " << address;
    return {};
  }
};

/// Numbers of both may be written in other ways.
bool same(const json& left, const json& right) {
  if (left.is_number() && right.is_number()) return left.get<double>() == right.get<double>();
  if (left.is_array() && right.is_array())
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
  if (!left.is_object() || !right.is_object() || left.size() != right.size()) return left == right;
  return std::equal(left.begin(), left.end(), right.begin(), same);
}

bool has_unknown(const json& layer) {
  if (layer.is_boolean()) return layer.get<bool>();
  for (const json& inner : layer) {
    if (has_unknown(inner)) return true;
  }
  return false;
}

TEST(PlanOracle, AgreesWithWhatTerraformShowsAndWithTheCode) {
  std::ifstream input(table);
  std::size_t plans = 0, known = 0, unknown = 0;
  for (std::string line; std::getline(input, line); ++plans) {
    const json project = json::parse(line);
    const Evaluated plan(project["plan"].dump());
    const Code code(project["files"]);
    EXPECT_EQ(plan.shapes.resources.size(), project["plan"]["resource_changes"].size());
    std::vector<std::string> planned = plan.plans->declared(0), written = code.declared;
    std::sort(planned.begin(), planned.end());
    std::sort(written.begin(), written.end());
    EXPECT_EQ(planned, written) << project["seed"];
    for (const json& change : project["plan"]["resource_changes"]) {
      const std::string address = change["address"];
      const json& states = change["change"];
      const json ours = as_json(plan.value(address, "input")), of_code = as_json(code.input(address));
      if (has_unknown(states["after_unknown"].value("input", json(false)))) {
        EXPECT_EQ(plan.value(address, "input").wholly_known(), code.input(address).wholly_known()) << address;
        ++unknown;
        continue;
      }
      EXPECT_TRUE(same(ours, states["after"].value("input", json()))) << project["seed"] << " " << address;
      EXPECT_TRUE(same(ours, of_code))
          << project["seed"] << " " << address << ": " << ours << " and " << of_code;
      ++known;
    }
  }
  EXPECT_EQ(plans, 30u);
  EXPECT_GT(known, 150u);
  RecordProperty("unknown", static_cast<int>(unknown));
}

}  // namespace
}  // namespace smtplint::tfplan
