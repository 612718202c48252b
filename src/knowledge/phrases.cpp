#include "knowledge/phrases.h"

namespace smtplint::knowledge {
namespace {

constexpr std::array<std::string_view, phrase_count> keys = {
    "condition-overridable",
    "condition-unlinked",
    "condition-only-compute",
    "condition-bare-port",
    "condition-placeholder-host",
    "condition-perhaps-private-host",
    "condition-script-branch",
    "if-host-is-outside",
    "some-values-are-fine",
    "only-if",
    "step-literal",
    "step-table",
    "step-fallback",
    "step-assignment",
    "step-variable",
    "step-local",
    "step-argument",
    "step-output",
    "step-attribute",
    "step-element",
    "step-call",
    "step-expression",
    "step-file",
    "step-document",
    "host-is-defined-here",
    "sent-by",
    "link-service",
    "link-image",
    "link-deployment",
    "link-configured",
    "link-only-compute",
    "also-sent-by",
    "leaves-open",
    "rule-of",
    "unknown-host",
    "mail-exchangers",
    "policy-source",
    "no-port-written",
    "no-host-written",
    "nothing-analysed",
    "the-program",
    "fix-needs-login",
    "fix-needs-starttls",
    "fix-needs-implicit-tls",
    "fix-of-a-part",
    "fix-beside-credential",
    "fix-changes-others",
    "fix-leaves-finding",
    "fix-adds-finding",
    "fix-not-proved",
    "kind-virtual-machine",
    "kind-scale-set",
    "kind-web-app",
    "kind-function-app",
    "kind-logic-app",
    "kind-container-app",
    "kind-container-group",
    "kind-kubernetes",
    "kind-api-management",
    "kind-other-paas",
    "kind-unknown",
};

}  // namespace

PhraseTable PhraseTable::read(const std::vector<Node>& files, Problems& problems) {
  PhraseTable table;
  for (const Node file : files) {
    if (file.find("id").text() != "phrases") continue;
    Reader reader(file, problems);
    (void)reader.text("id");
    for (std::size_t i = 0; i < phrase_count; ++i) table.texts_[i] = reader.text(keys[i]);
  }
  return table;
}

std::string PhraseTable::text(Phrase phrase, std::string_view subject) const {
  std::string text = texts_[static_cast<std::size_t>(phrase)];
  const std::size_t hole = text.find("{}");
  if (hole != std::string::npos) text.replace(hole, 2, subject);
  return text;
}

std::string PhraseTable::kind(WorkloadKind kind) const {
  switch (kind) {
    case WorkloadKind::virtual_machine:
      return text(Phrase::kind_virtual_machine);
    case WorkloadKind::scale_set:
      return text(Phrase::kind_scale_set);
    case WorkloadKind::web_app:
      return text(Phrase::kind_web_app);
    case WorkloadKind::function_app:
      return text(Phrase::kind_function_app);
    case WorkloadKind::logic_app:
      return text(Phrase::kind_logic_app);
    case WorkloadKind::container_app:
      return text(Phrase::kind_container_app);
    case WorkloadKind::container_group:
      return text(Phrase::kind_container_group);
    case WorkloadKind::kubernetes:
      return text(Phrase::kind_kubernetes);
    case WorkloadKind::api_management:
      return text(Phrase::kind_api_management);
    case WorkloadKind::other_paas:
      return text(Phrase::kind_other_paas);
    case WorkloadKind::unknown:
      break;
  }
  return text(Phrase::kind_unknown);
}

}  // namespace smtplint::knowledge
