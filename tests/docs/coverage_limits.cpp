#include "docs/coverage_parts.h"
#include "docs/markdown.h"
#include "frontend/terraform/evaluation/functions.h"

namespace smtplint::docs {
namespace {

std::string_view sentence(ReasonKind why) {
  switch (why) {
    case ReasonKind::runtime_only:
      return "its result is known only once it is deployed";
    case ReasonKind::unsupported_function:
      return "it is not computed offline";
    case ReasonKind::evaluation_error:
      return "Terraform itself refuses it";
    default:
      return "its result is not known";
  }
}

std::vector<std::string> row(std::string_view name, std::uint64_t number, std::string_view meaning) {
  return {code(name), std::to_string(number), std::string(meaning)};
}

}  // namespace

std::string functions_section(const knowledge::Catalogue&) {
  std::vector<std::string> computed;
  std::vector<std::vector<std::string>> never;
  for (const FunctionSupport& function : terraform::function_support()) {
    if (function.never) {
      never.push_back({code(function.name), std::string(sentence(*function.never))});
    } else {
      computed.push_back(code(function.name));
    }
  }
  return "## Functions of Terraform\n\nOf the functions of Terraform 1.15 and OpenTofu, " +
         std::to_string(computed.size()) +
         " are computed, also as `core::name`. Those that the console of Terraform has and can call without "
         "a "
         "configuration are tested against its answers, the others by examples. Where Terraform refuses a "
         "call "
         "the value is unknown.\n\n" +
         joined(computed) +
         "\n\nFor these, and for functions of providers (`provider::...`), the value is unknown and the "
         "function is "
         "named as the reason:\n\n" +
         table({"function", "why"}, never) + "\n";
}

std::string limits_section(const knowledge::Limits& limits) {
  return "## Limits\n\nWhat is larger is cut off at the same place on every machine, and said as [SMTP096]"
         "(rules/SMTP096.md) or under `notAnalysed`.\n\n" +
         table(
             {"limit", "value", "of"},
             {row("workspace-entries", limits.workspace_entries, "files and folders of a workspace"),
              row("file-bytes", limits.file_bytes, "one file"),
              row("plan-bytes", limits.plan_bytes, "one Terraform plan or state"),
              row("nesting", limits.nesting, "expressions, blocks and templates in each other"),
              row("parse-progress-per-kilobyte", limits.parse_progress_per_kilobyte, "steps of the parser"),
              row("evaluation-steps", limits.evaluation_steps, "steps of evaluating one deployment"),
              row("expansion", limits.expansion,
                  "instances of one `count` or `for_each`, elements that one call makes"),
              row("text-bytes", limits.text_bytes, "one string value"),
              row("module-depth", limits.module_depth, "modules in modules"),
              row("embedded-depth", limits.embedded_depth,
                  "documents in documents: a script in a cloud-config in a message of several parts"),
              row("environments", limits.environments, "environments of one root"),
              row("fix-proofs", limits.fix_proofs, "analyses that prove fixes; further ones are not safe")}) +
         "\n";
}

}  // namespace smtplint::docs
