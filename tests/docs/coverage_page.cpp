#include "docs/coverage_page.h"

#include "docs/coverage_parts.h"
#include "docs/markdown.h"
#include "report/reporter.h"

namespace smtplint::docs {
namespace {

std::string formats_section(const knowledge::Catalogue& catalogue) {
  std::vector<std::string> names;
  for (const report::Reporter& reporter : report::reporters()) names.push_back(code(reporter.name));
  return "## Output\n\n" + std::to_string(names.size()) + " formats: " + joined(names) +
         ". The schema of `json` is [schema/report.schema.json](schema/report.schema.json), version 1; "
         "`sarif` is "
         "version 2.1.0.\n\n" +
         std::to_string(catalogue.checks().size()) +
         " rules: [rules/](rules/README.md), each with examples that "
         "run.\n\n";
}

std::string gaps_section(const knowledge::Catalogue& catalogue) {
  std::string text = "## What smtplint cannot see\n\n";
  for (const knowledge::CoverageGap& gap : catalogue.coverage_gaps().all()) {
    std::vector<std::string> links;
    for (const std::string& source : gap.sources) {
      const std::string number = std::to_string(links.size() + 1);
      links.push_back(source.starts_with("https://") ? "[" + number + "](" + source + ")" : code(source));
    }
    text +=
        "- **" + gap.id + "** - " + gap.unseen + " *Instead:* " + gap.instead + " (" + joined(links) + ")\n";
  }
  return text + "\n";
}

}  // namespace

Result<std::string> coverage_page(const knowledge::Catalogue& catalogue) {
  const auto files = files_section(catalogue);
  if (!files) return files.error();
  const knowledge::Edition& newest = catalogue.policy().newest();
  return "# Coverage\n\nWhat smtplint understands, and what it does not see. Written by `./dev docs` from "
         "the "
         "knowledge in [rules/](../rules/) and the tables of the program; a test compares.\n\nThe policy is "
         "edition " +
         newest.id + " of " + newest.date + ", [Microsoft's page](" + newest.page + ").\n\n" +
         gaps_section(catalogue) + *files + subscriptions_section(catalogue) + kinds_section(catalogue) +
         resources_section(catalogue) + frameworks_section(catalogue) + mail_servers_section(catalogue) +
         providers_section(catalogue) + functions_section(catalogue) + limits_section(catalogue.limits()) +
         formats_section(catalogue);
}

}  // namespace smtplint::docs
