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
#include "generate/language.h"
#include "knowledge/catalogue.h"

namespace smtplint::generate {
namespace {

constexpr std::uint64_t default_seeds = 1000;
constexpr std::size_t most_stories = 3;  // further failures get one line each

std::uint64_t number_in_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// What is wrong with the analysis of a plan; empty where nothing is.
std::string fault_of(const Language& language, const Plan& plan) {
  const Project project = write(language, plan);
  MemoryFileSystem files;
  for (const auto& [path, text] : project.files) files.add(path, text);
  engine::Request request;
  request.subscription.type = plan.subscription;
  const Result<Report> report = engine::analyze(request, files, knowledge::Catalogue::built_in());
  if (!report) return "refused: " + report.error().message;
  return compare(*report, project, expect(plan, project), plan);
}

/// Drops parts as long as something is still wrong.
Plan shrunk(const Language& language, Plan plan) {
  bool smaller = true;
  while (smaller) {
    smaller = false;
    for (Plan& candidate : simpler_plans(plan)) {
      if (fault_of(language, candidate).empty()) continue;
      plan = std::move(candidate);
      smaller = true;
      break;
    }
  }
  return plan;
}

std::string line_of(const Language& language, std::uint64_t seed, const Plan& plan) {
  return "seed " + std::to_string(seed) + ": " + fault_of(language, plan) + "\n" + describe(language, plan);
}

std::string story_of(const Language& language, std::uint64_t seed, const Plan& plan) {
  std::ostringstream story;
  story << line_of(language, seed, plan);
  for (const auto& [path, text] : write(language, plan).files) {
    story << "--- " << path << "\n" << text;
  }
  return story.str();
}

class Provenance : public testing::TestWithParam<const Language* (*)()> {};

TEST_P(Provenance, EveryGeneratedDeploymentIsUnderstood) {
  const Language& language = *GetParam()();
  const std::uint64_t only = number_in_environment("SMTPLINT_SEED", UINT64_MAX);
  const std::uint64_t first = only == UINT64_MAX ? 0 : only;
  const std::uint64_t count = only == UINT64_MAX ? number_in_environment("SMTPLINT_SEEDS", default_seeds) : 1;
  std::size_t failures = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const Plan plan = draw_plan(seed, language.sizes());
    if (fault_of(language, plan).empty()) continue;
    const Plan smallest = shrunk(language, plan);
    ADD_FAILURE() << (++failures <= most_stories ? story_of(language, seed, smallest)
                                                 : line_of(language, seed, smallest));
  }
  EXPECT_EQ(failures, 0u) << "of " << count << " seeds";
}

INSTANTIATE_TEST_SUITE_P(Languages, Provenance,
                         testing::Values([] { return &terraform_language(); },
                                         [] { return &bicep_language(); }, [] { return &arm_language(); }),
                         [](const auto& one) { return std::string(one.param()->name); });

}  // namespace
}  // namespace smtplint::generate
