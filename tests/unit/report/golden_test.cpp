#include "golden.h"

#include <gmock/gmock.h>
#include <algorithm>

#include "canonical_report.h"
#include "report/reporter.h"

namespace smtplint::report {
namespace {

std::string rendered(std::string_view format, const Report& report, const Options& options = {}) {
  std::ostringstream out;
  reporter_named(format)->write(out, report, options);
  return out.str();
}

Options with_link() {
  Options options;
  options.information_url = "https://learn.microsoft.com/azure/example";
  return options;
}

Options from_infra() {
  Options options;
  options.folder = "infra";
  return options;
}

class Golden : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(Golden, CanonicalReport) {
  expect_golden(GetParam().second, rendered(GetParam().first, CanonicalReport().report, with_link()));
}

TEST_P(Golden, OrderOfTheFindingsDoesNotMatter) {
  CanonicalReport canonical;
  const std::string expected = rendered(GetParam().first, canonical.report);
  std::ranges::reverse(canonical.report.findings);
  std::ranges::reverse(canonical.report.senders);
  std::ranges::reverse(canonical.report.analysed);
  EXPECT_EQ(rendered(GetParam().first, canonical.report), expected);
}

TEST_P(Golden, SecretIsNeverShown) {
  const CanonicalReport canonical;
  ASSERT_EQ(canonical.sources->slice(canonical.secret), "s3cr\u00e9t");
  EXPECT_EQ(rendered(GetParam().first, canonical.report).find("s3cr"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Formats, Golden,
    testing::Values(std::pair("text", "canonical.txt"), std::pair("concise", "canonical.concise.txt"),
                    std::pair("json", "canonical.json"), std::pair("sarif", "canonical.sarif.json"),
                    std::pair("github", "canonical.github.txt"), std::pair("markdown", "canonical.md"),
                    std::pair("inventory", "canonical.inventory.txt")),
    [](const auto& parameter) { return std::string(parameter.param.first); });

TEST(GoldenColour, Text) {
  Options options = from_infra();
  options.colour = true;
  expect_golden("colour.txt", rendered("text", CanonicalReport().report, options));
}

TEST(GoldenEmpty, WholeDocumentsButNoText) {
  Report report;
  report.tool_version = "1.2.3";
  report.policy_edition = "E11";
  report.sources = std::make_shared<SourceStore>();
  expect_golden("empty.json", rendered("json", report));
  expect_golden("empty.sarif.json", rendered("sarif", report, with_link()));
  EXPECT_EQ(rendered("text", report), "");
  EXPECT_EQ(rendered("concise", report), "");
  EXPECT_EQ(rendered("inventory", report), "");
}

TEST(GoldenNothing, FindingWithoutPlace) {
  CanonicalReport canonical;
  Finding finding;
  finding.rule = "SMTP097";
  finding.severity = Severity::note;
  finding.message = "no input was found";
  finding.help = "name a folder with Terraform files";
  finding.fingerprint = "00000000000000000000000000000000";
  canonical.report.findings = {finding};
  canonical.report.senders.clear();
  expect_golden("nothing.json", rendered("json", canonical.report));
  expect_golden("nothing.sarif.json", rendered("sarif", canonical.report, with_link()));
  EXPECT_EQ(rendered("concise", canonical.report), "note[SMTP097] no input was found\n");
  EXPECT_EQ(rendered("text", canonical.report),
            "note[SMTP097]: no input was found\n  = help: name a folder with Terraform files\n");
}

TEST(GoldenPaths, AreWrittenFromTheCurrentFolder) {
  const CanonicalReport canonical;
  EXPECT_THAT(rendered("concise", canonical.report, from_infra()), testing::HasSubstr("\nprod.tfvars:2:"));
  Options options;
  options.folder = "docs/a";
  EXPECT_THAT(rendered("concise", canonical.report, options),
              testing::HasSubstr("../../infra/prod.tfvars:2:"));
  options = {};
  options.workspace = "../elsewhere";
  EXPECT_THAT(rendered("concise", canonical.report, options),
              testing::HasSubstr("../elsewhere/infra/prod.tfvars:"));
  EXPECT_THAT(rendered("sarif", canonical.report, options),
              testing::HasSubstr("\"uri\": \"infra/prod.tfvars\""));
}

}  // namespace
}  // namespace smtplint::report
