#include "docs/rule_pages.h"

#include <sstream>

#include "base/memory_file_system.h"
#include "cli/command_line.h"
#include "cli/request.h"
#include "docs/condition_words.h"
#include "engine/analyze.h"
#include "marked_source.h"
#include "report/reporter.h"

namespace smtplint::docs {
namespace {

using knowledge::Check;
using knowledge::Example;

Result<Report> report_of(const Example& example, const knowledge::Catalogue& catalogue) {
  std::vector<std::string> words = {"check"};
  words.insert(words.end(), example.options.begin(), example.options.end());
  const auto invocation = cli::read_command_line(words);
  if (!invocation) return invocation.error();
  const auto* options = std::get_if<cli::Options>(&*invocation);
  if (options == nullptr) return Error{"the options of `" + example.title + "` ask for help"};
  const auto request = cli::request_from(*options, cli::Workspace{}, {}, catalogue);
  if (!request) return request.error();
  MemoryFileSystem files;
  for (const knowledge::ExampleFile& file : example.files)
    files.add(file.path, MarkedText::parse(file.text).text);
  return engine::analyze(*request, files, catalogue);
}

std::string_view title_of(Example::Kind kind) {
  switch (kind) {
    case Example::Kind::bad:
      return "Reported";
    case Example::Kind::good:
      return "Not reported";
    case Example::Kind::omitted:
      return "Where the value is left out";
    case Example::Kind::unknown:
      return "Where the value is not known";
  }
  return {};
}

std::string language_of(const std::string& path) {
  const std::string ending = path.substr(path.rfind('.') + 1);
  if (ending == "tf" || ending == "tfvars" || ending == "tofu") return "hcl";
  return ending == "md" ? "markdown" : ending;
}

Result<std::string> example_text(const Example& example, const knowledge::Catalogue& catalogue) {
  const auto report = report_of(example, catalogue);
  if (!report) return report.error();
  std::string text = "### " + std::string(title_of(example.kind)) + ": " + example.title + "\n\n";
  for (const knowledge::ExampleFile& file : example.files) {
    text += code(file.path) + "\n\n";
    text += fenced(language_of(file.path), MarkedText::parse(file.text).text) + "\n";
  }
  std::string options;
  for (const std::string& option : example.options) options += " " + option;
  std::ostringstream printed;
  report::reporter_named("concise")->write(printed, *report, {});
  text += code("smtplint check" + options + " --format concise");
  text +=
      printed.str().empty() ? " prints nothing.\n\n" : " prints\n\n" + fenced("text", printed.str()) + "\n";
  return text;
}

std::string when_text(const Check& check) {
  std::string text = "## When it fires\n\nFor each " + code(knowledge::to_string(check.subject)) +
                     " of which this is certain; what is not known is neither true nor false.\n\n" +
                     condition_words(check.when) + "\n";
  for (const knowledge::Variant& variant : check.variants) {
    if (!variant.has_severity) continue;
    text += "As " + code(to_string(variant.severity)) + " where\n\n" + condition_words(variant.when) + "\n";
  }
  if (!check.instead_of.empty())
    text += "It stands in place of " + joined(check.instead_of) + " where both would fire.\n\n";
  return text;
}

Result<std::string> page(const Check& check, const knowledge::Catalogue& catalogue) {
  const RuleInfo& rule = check.info;
  std::string text = "# " + rule.id + " " + rule.name + "\n\n" + rule.summary +
                     "\n\nSeverity: " + code(to_string(rule.severity)) +
                     (check.enabled ? "" : ", off unless it is selected with `--select " + rule.id + "`") +
                     "\n\n## Why, and what to do\n\n" + rule.explanation;
  text +=
      std::string(rule.explanation.ends_with('\n') ? "" : "\n") + "\n" + when_text(check) + "## Examples\n\n";
  for (const Example& example : check.examples) {
    const auto shown = example_text(example, catalogue);
    if (!shown) return Error{rule.id + ": " + shown.error().message};
    text += *shown;
  }
  text += "## Sources\n\n";
  for (const std::string& source : rule.references) text += "- " + source_link(source) + "\n";
  return text;
}

}  // namespace

Result<Pages> rule_pages(const knowledge::Catalogue& catalogue) {
  Pages pages;
  std::vector<std::vector<std::string>> rows;
  for (const Check& check : catalogue.checks()) {
    const RuleInfo& rule = check.info;
    auto text = page(check, catalogue);
    if (!text) return text.error();
    pages["rules/" + rule.id + ".md"] = std::move(text).value();
    rows.push_back({"[" + rule.id + "](" + rule.id + ".md)", rule.name,
                    std::string(to_string(rule.severity)) + (check.enabled ? "" : " (off)"), rule.summary});
  }
  pages["rules/README.md"] =
      "# Rules\n\nWritten from [rules/checks/](../../rules/checks/) by `./dev docs`; the examples were "
      "run.\n\n" +
      table({"rule", "name", "severity", "reports"}, rows);
  return pages;
}

}  // namespace smtplint::docs
