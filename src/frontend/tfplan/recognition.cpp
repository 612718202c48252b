#include <algorithm>
#include <array>

#include "frontend/tfplan/tfplan.h"

namespace smtplint::tfplan {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// All properties of a plan or state. Terraform writes the version first; tools that sort names put another
/// first.
constexpr std::array<std::string_view, 20> properties{"format_version",
                                                      "terraform_version",
                                                      "variables",
                                                      "planned_values",
                                                      "resource_drift",
                                                      "resource_changes",
                                                      "output_changes",
                                                      "prior_state",
                                                      "configuration",
                                                      "relevant_attributes",
                                                      "checks",
                                                      "timestamp",
                                                      "applyable",
                                                      "complete",
                                                      "errored",
                                                      "values",
                                                      "proposed_unknown",
                                                      "deferred_changes",
                                                      "action_invocations",
                                                      "provider_format_version"};

bool has_property(std::string_view text, std::string_view name) {
  return text.find("\"" + std::string(name) + "\"") != std::string_view::npos;
}

/// UTF-16, as PowerShell's `>` writes it, with the zero bytes taken out.
std::string without_zeros(std::string_view head) {
  std::string text(head);
  std::erase(text, '\0');
  return text;
}

std::string_view after_mark(std::string_view text) {
  for (const std::string_view mark : {"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  return text;
}

}  // namespace

FileNames file_names() {
  static constexpr std::string_view globs[] = {"*.json"};
  return {globs};
}

bool may_be_plan(std::string_view head) {
  const std::string narrow = without_zeros(head);
  std::string_view text = after_mark(narrow);
  const auto skip_blanks = [&text] {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  };
  skip_blanks();
  if (!text.starts_with('{')) return false;
  text.remove_prefix(1);
  skip_blanks();
  if (!text.starts_with('"')) return false;
  text.remove_prefix(1);
  return std::ranges::find(properties, text.substr(0, text.find('"'))) != properties.end();
}

bool is_plan(std::string_view text) {
  return has_property(text, "format_version") &&
         (has_property(text, "planned_values") || has_property(text, "resource_changes") ||
          (has_property(text, "terraform_version") && has_property(text, "values")));
}

}  // namespace smtplint::tfplan
