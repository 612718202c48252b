#include <algorithm>

#include "base/letter_case.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/wording.h"

namespace smtplint::cli {
namespace {

std::string page(const RuleInfo& rule) {
  std::string text =
      rule.id + " " + rule.name + " (" + std::string(to_string(rule.severity)) + ")\n\n" + rule.summary;
  if (!rule.explanation.empty()) text += "\n\n" + rule.explanation;
  while (text.ends_with('\n')) text.pop_back();
  text += "\n";
  if (!rule.references.empty()) text += "\nReferences:\n";
  for (const std::string& reference : rule.references) text += "  " + reference + "\n";
  return text;
}

}  // namespace

Result<int> run_explain(const Options& options, const knowledge::Catalogue& catalogue) {
  const std::string wanted = lower_case(options.subject);
  std::vector<std::string_view> names;
  for (const knowledge::Check& check : catalogue.checks()) {
    if (lower_case(check.info.id) == wanted || check.info.name == wanted) {
      if (auto error = write_stdout(page(check.info))) return *error;
      return 0;
    }
    names.insert(names.end(), {check.info.id, check.info.name});
  }
  return Error{unknown_word("rule", options.subject, names)};
}

}  // namespace smtplint::cli
