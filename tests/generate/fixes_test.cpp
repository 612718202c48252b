// Generated deployments, repaired: after a fix its finding is gone, nothing new is reported, and a second run
// proposes nothing. SMTPLINT_SEED=17 runs one seed; SMTPLINT_SEEDS=100000 runs that many.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "base/memory_file_system.h"
#include "engine/analyze.h"
#include "engine/fixes/safe_edits.h"
#include "generate/language.h"
#include "knowledge/catalogue.h"

namespace smtplint::generate {
namespace {

constexpr std::uint64_t default_seeds = 1000;

std::uint64_t number_in_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

Report report_of(const engine::Request& request, const FileSystem& files) {
  auto report = engine::analyze(request, files, knowledge::Catalogue::built_in());
  EXPECT_TRUE(report.ok());
  return report ? std::move(report).value() : Report{};
}

std::multiset<std::string> fingerprints(const Report& report) {
  std::multiset<std::string> all;
  for (const Finding& finding : report.findings) all.insert(finding.fingerprint);
  return all;
}

std::size_t safe_fixes(const Report& report) {
  std::size_t count = 0;
  for (const Finding& finding : report.findings) {
    for (const Fix& fix : finding.fixes) count += fix.safety == FixSafety::safe ? 1 : 0;
  }
  return count;
}

/// The edit stands where the generator wrote the port.
void expect_at_literal(const Report& report, const Project& project) {
  for (const Finding& finding : report.findings) {
    for (const Fix& fix : finding.fixes) {
      ASSERT_EQ(fix.edits.size(), 1u);
      const Place place = fix.edits.front().place;
      EXPECT_EQ(report.sources->get(place.source).path(), project.port.literal.path);
      EXPECT_EQ(place.span.begin, project.port.literal.begin);
      EXPECT_EQ(place.span.end, project.port.literal.end);
    }
  }
}

void expect_repaired(const Report& before, const engine::Request& request, const MemoryFileSystem& files) {
  const knowledge::Catalogue& catalogue = knowledge::Catalogue::built_in();
  const fix::EditSet edits = engine::safe_edits(before, request, files, catalogue);
  const auto changed = engine::edited_files(before, edits, files);
  ASSERT_TRUE(changed.ok()) << changed.error().message;
  MemoryFileSystem repaired = files;
  for (const auto& [path, bytes] : *changed) repaired.add(path, bytes);
  const Report after = report_of(request, repaired);
  EXPECT_EQ(safe_fixes(after), 0u) << "a second run would change something";
  EXPECT_LT(after.findings.size(), before.findings.size());
  const auto known = fingerprints(before);
  for (const std::string& fingerprint : fingerprints(after)) EXPECT_TRUE(known.contains(fingerprint));
  for (const Finding& finding : after.findings) EXPECT_TRUE(finding.fixes.empty()) << finding.message;
}

TEST(Fixes, RepairEveryGeneratedDeployment) {
  const std::uint64_t only = number_in_environment("SMTPLINT_SEED", UINT64_MAX);
  const std::uint64_t first = only == UINT64_MAX ? 0 : only;
  const std::uint64_t count = only == UINT64_MAX ? number_in_environment("SMTPLINT_SEEDS", default_seeds) : 1;
  std::size_t repaired = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Plan plan = draw_plan(seed, terraform_language().sizes());
    if (seed % 2 == 0) plan = repairable(std::move(plan), terraform_language().sizes());
    const Project project = write(terraform_language(), plan);
    MemoryFileSystem files;
    for (const auto& [path, text] : project.files) files.add(path, text);
    engine::Request request;
    request.subscription.type = "pay-as-you-go";
    const Report report = report_of(request, files);
    expect_at_literal(report, project);
    if (safe_fixes(report) == 0) continue;
    ++repaired;
    expect_repaired(report, request, files);
  }
  if (only == UINT64_MAX) {
    EXPECT_GT(repaired, count / 3) << "too few fixes to prove anything";
  }
}

}  // namespace
}  // namespace smtplint::generate
