// Generated deployments: the analysis must find the verdict, the literal and every hop that the generator
// knows.
//   SMTPLINT_SEED=17 runs one seed; SMTPLINT_SEEDS=100000 runs that many.
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "base/memory_file_system.h"
#include "engine/analyze.h"
#include "generate/comparison.h"
#include "generate/expectation.h"
#include "knowledge/catalogue.h"

namespace smtplint::generate {
namespace {

constexpr std::uint64_t default_seeds = 2000;
constexpr std::size_t most_stories = 3;  // further failures get one line each

std::uint64_t number_in_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// What is wrong with the analysis of a plan; empty where nothing is.
std::string fault_of(const Plan& plan) {
  const Project project = terraform_language().write(plan);
  MemoryFileSystem files;
  for (const auto& [path, text] : project.files) files.add(path, text);
  engine::Request request;
  request.subscription.type = plan.subscription;
  const Result<Report> report = engine::analyze(request, files, knowledge::Catalogue::built_in());
  if (!report) return "refused: " + report.error().message;
  return compare(*report, project, expect(plan, project), plan);
}

/// Drops parts as long as something is still wrong.
Plan shrunk(Plan plan) {
  bool smaller = true;
  while (smaller) {
    smaller = false;
    for (Plan& candidate : simpler_plans(plan)) {
      if (fault_of(candidate).empty()) continue;
      plan = std::move(candidate);
      smaller = true;
      break;
    }
  }
  return plan;
}

std::string line_of(std::uint64_t seed, const Plan& plan) {
  return "seed " + std::to_string(seed) + ": " + fault_of(plan) + "\n" + terraform_language().describe(plan);
}

std::string story_of(std::uint64_t seed, const Plan& plan) {
  std::ostringstream story;
  story << line_of(seed, plan);
  for (const auto& [path, text] : terraform_language().write(plan).files) {
    story << "--- " << path << "\n" << text;
  }
  return story.str();
}

TEST(Provenance, EveryGeneratedDeploymentIsUnderstood) {
  const std::uint64_t only = number_in_environment("SMTPLINT_SEED", UINT64_MAX);
  const std::uint64_t first = only == UINT64_MAX ? 0 : only;
  const std::uint64_t count = only == UINT64_MAX ? number_in_environment("SMTPLINT_SEEDS", default_seeds) : 1;
  std::size_t failures = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const Plan plan = draw_plan(seed, terraform_language().sizes);
    if (fault_of(plan).empty()) continue;
    const Plan smallest = shrunk(plan);
    ADD_FAILURE() << (++failures <= most_stories ? story_of(seed, smallest) : line_of(seed, smallest));
  }
  EXPECT_EQ(failures, 0u) << "of " << count << " seeds";
}

}  // namespace
}  // namespace smtplint::generate
