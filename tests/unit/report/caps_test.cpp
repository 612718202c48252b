#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "marked_source.h"
#include "report/reporter.h"

/// What other people's names and texts, and many findings, do to the formats that GitHub reads.
namespace smtplint::report {
namespace {

using testing::HasSubstr;

/// One finding at the `25` of each path.
Report report_of(const std::vector<std::string>& paths, const std::string& message) {
  Report report;
  auto sources = std::make_shared<SourceStore>();
  report.rules = {{"SMTP001", "direct-port-25-blocked", "", "", Severity::error, {}}};
  for (const std::string& path : paths) {
    Finding finding;
    finding.rule = "SMTP001";
    finding.message = message;
    finding.location = add_marked(*sources, path, "port = [[25]]\n")[0];
    report.findings.push_back(std::move(finding));
  }
  report.sources = sources;
  return report;
}

std::string rendered(std::string_view format, const Report& report) {
  std::ostringstream out;
  reporter_named(format)->write(out, report, {});
  return out.str();
}

std::vector<std::string> many_paths(std::size_t count) {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < count; ++i) paths.push_back("f" + std::to_string(1000 + i) + ".tf");
  return paths;
}

TEST(GithubFormat, NamesAndTextsCannotEndACommand) {
  const std::string text = rendered(
      "github", report_of({"a,line=9::b%0A\n::error::.tf"}, "100%\n::stop-commands::x %0A##[error]"));
  EXPECT_EQ(std::ranges::count(text, '\n'), 1);
  EXPECT_THAT(text, HasSubstr("file=a%2Cline=9%3A%3Ab%250A"));
  EXPECT_THAT(text, HasSubstr("::100%25"));
  EXPECT_THAT(text, HasSubstr(" %250A##"));
  EXPECT_TRUE(text.starts_with("::error ")) << "a line that begins so is searched for no other command";
}

TEST(GithubFormat, AnnotatesNoMoreThanGitHubShows) {
  const std::string text = rendered("github", report_of(many_paths(12), "blocked"));
  EXPECT_EQ(std::ranges::count(text, '\n'), 11);
  EXPECT_THAT(text, HasSubstr("\n2 more: "));
}

TEST(GithubFormat, CutsLongMessagesBetweenCharacters) {
  std::string message;
  for (int i = 0; i < 3000; ++i) message += "é";
  const std::string text = rendered("github", report_of({"a.tf"}, message));
  EXPECT_TRUE(text.ends_with("é\n"));
  EXPECT_LE(text.size(), 4096u + 200u);
}

TEST(MarkdownFormat, NamesAndTextsAreNoMarkup) {
  const std::string text =
      rendered("markdown", report_of({"a|b<img>.tf"}, "`x` <script> [a](b) **c** | d ` e"));
  EXPECT_THAT(
      text,
      HasSubstr(
          "<code>x</code> &#60;script&#62; &#91;a&#93;&#40;b&#41; &#42;&#42;c&#42;&#42; &#124; d &#96; e"));
  EXPECT_THAT(text, HasSubstr("a&#124;b&#60;img&#62;.tf"));
}

TEST(MarkdownFormat, CountsTheRowsThatItLeavesOut) {
  const std::string text = rendered("markdown", report_of(many_paths(230), "blocked"));
  EXPECT_THAT(text, HasSubstr("\n30 more\n"));
  EXPECT_LE(rendered("markdown", report_of(many_paths(230), std::string(9000, '<'))).size(), 1024u * 1024u);
}

}  // namespace
}  // namespace smtplint::report
