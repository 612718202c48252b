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
    "several-values",
    "the-program",
    "tls-by-starttls",
    "tls-from-the-start",
    "advice-in-brackets",
    "fix-needs-login",
    "fix-needs-starttls",
    "fix-needs-implicit-tls",
    "fix-of-a-part",
    "fix-beside-credential",
    "fix-changes-others",
    "fix-changes-resources",
    "fix-leaves-finding",
    "fix-adds-finding",
    "fix-not-proved",
};

}  // namespace

PhraseTable PhraseTable::read(Reader& reader) {
  PhraseTable table;
  for (std::size_t i = 0; i < phrase_count; ++i) table.texts_[i] = reader.text(keys[i]);
  return table;
}

std::string PhraseTable::text(Phrase phrase, std::string_view subject) const {
  std::string text = texts_[static_cast<std::size_t>(phrase)];
  const std::size_t hole = text.find("{}");
  if (hole != std::string::npos) text.replace(hole, 2, subject);
  return text;
}

}  // namespace smtplint::knowledge
