#include "cli/report_union.h"

#include <gmock/gmock.h>

#include "marked_source.h"

namespace smtplint::cli {
namespace {

Report report_about(const std::string& path, std::string_view marked) {
  Report report;
  auto sources = std::make_shared<SourceStore>();
  const std::vector<Place> places = add_marked(*sources, path, marked);
  Finding finding;
  finding.location = places[0];
  finding.related = {{places[1], "host"}};
  finding.fixes = {{"fix", FixSafety::safe, {{places[0], "587"}}}};
  report.findings = {finding};
  report.senders.resize(1);
  report.senders[0].location = places[1];
  report.secrets = {places[1]};
  report.analysed = {{path, "terraform"}};
  report.not_analysed = {{"big.tf", "too large"}};
  report.sources = sources;
  return report;
}

TEST(ReportUnion, PlacesKeepTheirText) {
  Report first = report_about("main.tf", "port = [[25]]\nhost = [[first]]\n");
  const Report second = report_about("main.tf", "# other\nport = [[2525]]\nhost = [[second]]\n");
  add_report(first, second, "../other");
  ASSERT_EQ(first.findings.size(), 2u);
  EXPECT_EQ(first.sources->slice(*first.findings[0].location), "25");
  EXPECT_EQ(first.sources->slice(*first.findings[1].location), "2525");
  EXPECT_EQ(first.sources->slice(first.findings[1].related[0].place), "second");
  EXPECT_EQ(first.sources->slice(first.findings[1].fixes[0].edits[0].place), "2525");
  EXPECT_EQ(first.sources->slice(first.senders[1].location), "second");
  EXPECT_EQ(first.sources->slice(first.secrets[0]), "first");
  EXPECT_EQ(first.sources->slice(first.secrets[1]), "second");
  EXPECT_EQ(first.sources->get(first.findings[1].location->source).path(), "../other/main.tf");
  EXPECT_EQ(first.analysed[1].path, "../other/main.tf");
  EXPECT_EQ(first.not_analysed[1].path, "../other/big.tf");
}

}  // namespace
}  // namespace smtplint::cli
