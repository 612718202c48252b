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
#include "generate/layers/layered_project.h"
#include "knowledge/catalogue.h"

namespace smtplint::generate {
namespace {

constexpr std::uint64_t default_seeds = 1000;
constexpr std::size_t most_stories = 3;  // further failures get one line each

std::uint64_t number_in_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

const Plan& base_of(const Plan& plan) { return plan; }
const Plan& base_of(const LayeredPlan& plan) { return plan.plan; }

/// What is wrong with the analysis of a plan; empty where nothing is.
template <typename AnyPlan>
std::string fault_of(const Language& language, const AnyPlan& plan) {
  const Project project = write(language, plan);
  MemoryFileSystem files;
  for (const auto& [path, text] : project.files) files.add(path, text);
  engine::Request request;
  request.subscription.type = base_of(plan).subscription;
  request.platform = engine::Platform::azure;
  const Result<Report> report = engine::analyze(request, files, knowledge::Catalogue::built_in());
  if (!report) return "refused: " + report.error().message;
  return compare(*report, project, expect(plan, project), base_of(plan));
}

/// Drops parts as long as something is still wrong.
template <typename AnyPlan>
AnyPlan shrunk(const Language& language, AnyPlan plan) {
  bool smaller = true;
  while (smaller) {
    smaller = false;
    for (AnyPlan& candidate : simpler_plans(plan)) {
      if (fault_of(language, candidate).empty()) continue;
      plan = std::move(candidate);
      smaller = true;
      break;
    }
  }
  return plan;
}

template <typename AnyPlan>
std::string line_of(const Language& language, std::uint64_t seed, const AnyPlan& plan) {
  return "seed " + std::to_string(seed) + ": " + fault_of(language, plan) + "\n" + describe(language, plan);
}

template <typename AnyPlan>
std::string story_of(const Language& language, std::uint64_t seed, const AnyPlan& plan) {
  std::ostringstream story;
  story << line_of(language, seed, plan);
  for (const auto& [path, text] : write(language, plan).files) {
    story << "--- " << path << "\n" << text;
  }
  return story.str();
}

template <typename AnyPlan>
void expect_understood(const Language& language,
                       AnyPlan (*draw)(std::uint64_t seed, const TableSizes& sizes)) {
  const std::uint64_t only = number_in_environment("SMTPLINT_SEED", UINT64_MAX);
  const std::uint64_t first = only == UINT64_MAX ? 0 : only;
  const std::uint64_t count = only == UINT64_MAX ? number_in_environment("SMTPLINT_SEEDS", default_seeds) : 1;
  std::size_t failures = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const AnyPlan plan = draw(seed, language.sizes());
    if (fault_of(language, plan).empty()) continue;
    const AnyPlan smallest = shrunk(language, plan);
    ADD_FAILURE() << (++failures <= most_stories ? story_of(language, seed, smallest)
                                                 : line_of(language, seed, smallest));
  }
  EXPECT_EQ(failures, 0u) << "of " << count << " seeds";
}

class Provenance : public testing::TestWithParam<const Language* (*)()> {};

TEST_P(Provenance, EveryGeneratedDeploymentIsUnderstood) { expect_understood(*GetParam()(), draw_plan); }

TEST_P(Provenance, EveryTextInsideAValueIsUnderstood) {
  expect_understood(*GetParam()(), draw_document_plan);
}

TEST_P(Provenance, TheHighestLayerOfAConfigurationCounts) {
  expect_understood(*GetParam()(), draw_layered_plan);
}

TEST(Layers, TheHighestLayerOfFilesThatNameEachOtherCounts) {
  expect_understood(terraform_language(), draw_composed_plan);
}

INSTANTIATE_TEST_SUITE_P(Languages, Provenance,
                         testing::Values([] { return &terraform_language(); },
                                         [] { return &bicep_language(); }, [] { return &arm_language(); }),
                         [](const auto& one) { return std::string(one.param()->name); });

}  // namespace
}  // namespace smtplint::generate
