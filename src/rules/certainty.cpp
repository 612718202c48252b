#include "rules/certainty.h"

#include <algorithm>
#include <vector>

#include "base/wording.h"
#include "rules/message.h"

namespace smtplint::rules {
namespace {

using knowledge::Phrase;

Phrase phrase_for(model::Condition::Kind kind) {
  switch (kind) {
    case model::Condition::Kind::overridable:
      return Phrase::condition_overridable;
    case model::Condition::Kind::unlinked:
      return Phrase::condition_unlinked;
    case model::Condition::Kind::only_compute:
      return Phrase::condition_only_compute;
    case model::Condition::Kind::bare_port:
      return Phrase::condition_bare_port;
    case model::Condition::Kind::placeholder_host:
      return Phrase::condition_placeholder_host;
    case model::Condition::Kind::perhaps_private_host:
      return Phrase::condition_perhaps_private_host;
    case model::Condition::Kind::script_branch:
      return Phrase::condition_script_branch;
  }
  return Phrase::condition_unlinked;
}

Severity lowered(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Severity::warning;
    case Severity::warning:
    case Severity::note:
      return Severity::note;
    case Severity::off:
      break;
  }
  return Severity::off;
}

}  // namespace

Doubt doubt_about(const model::Mailer& mailer, const model::HostChoice& host, const std::string& name,
                  const knowledge::PhraseTable& phrases) {
  std::vector<std::string> conditions;
  for (const model::Condition& condition : mailer.conditions) {
    conditions.push_back(phrases.text(phrase_for(condition.kind), condition.subject));
  }
  if (host.placeholder) conditions.push_back(phrases.text(Phrase::condition_placeholder_host, name));
  if (host.perhaps_private) conditions.push_back(phrases.text(Phrase::condition_perhaps_private_host, name));
  return {.condition = listed(conditions, "and"), .host_unknown = !host.name.has_value()};
}

Severity severity_of(Severity rule, const Doubt& doubt) {
  if (doubt.some_are_fine) return std::min(rule, Severity::note);
  const Severity certain = doubt.condition.empty() ? rule : lowered(rule);
  return doubt.host_unknown ? std::min(certain, Severity::warning) : certain;
}

}  // namespace smtplint::rules
