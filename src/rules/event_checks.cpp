#include "rules/event_checks.h"

#include <algorithm>

#include "rules/chain.h"
#include "rules/conditions.h"
#include "rules/message.h"
#include "rules/variants.h"

namespace smtplint::rules {
namespace {

using knowledge::Check;
using knowledge::Phrase;
using knowledge::Placeholder;

std::string identity(const Check& check, const EventFact& event, const SourceStore& sources) {
  const std::string file = event.place.known() ? sources.get(event.place.source).path() : "";
  return check.info.id + '\n' + file + '\n' + event.event + '\n' + event.detail + '\n';
}

Identified finding(const Check& check, const EventFact& event, const SourceStore& sources,
                   const FactSource& facts) {
  const Chosen chosen = choose(check, facts);
  const Words words{{Placeholder::detail, event.detail}};
  Finding result;
  result.rule = check.info.id;
  result.severity = chosen.severity;
  result.message = fill(*chosen.message, words);
  result.help = fill(*chosen.help, words);
  if (event.place.known()) result.location = event.place;
  result.label = check.label;
  return {std::move(result), identity(check, event, sources)};
}

/// One reason that leaves senders open, with those senders.
struct OpenReason {
  const Reason* reason;
  Place use;
  std::vector<SenderView> senders;
};

bool same_reason(const Reason& left, const Reason& right) {
  return left.kind == right.kind && left.name == right.name && left.place == right.place;
}

/// The first place on the value's way where what is not known is used.
Place use_of(const Reason& reason, const model::Mark& mark, const Context& context) {
  for (const Step& step : context.store.provenance().chain(mark.chain)) {
    if (step.place.known() && step.place != reason.place) return step.place;
  }
  return mark.place;
}

/// A document of a program names what its environment gives; only who runs it could tell more.
bool is_given_by_environment(const Reason& reason, const SenderView& sender) {
  return sender.workload() == nullptr &&
         (reason.kind == ReasonKind::secret || reason.kind == ReasonKind::no_value);
}

void add(std::vector<OpenReason>& open, const Reason* reason, const model::Mark& mark,
         const SenderView& sender) {
  if (reason == nullptr || is_given_by_environment(*reason, sender)) return;
  const Place use = use_of(*reason, mark, sender.context);
  const auto same = [reason](const OpenReason& seen) { return same_reason(*seen.reason, *reason); };
  auto entry = std::ranges::find_if(open, same);
  if (entry == open.end()) entry = open.insert(open.end(), {reason, use, {}});
  const auto listed = [&sender](const SenderView& seen) { return &seen.mailer == &sender.mailer; };
  if (std::ranges::none_of(entry->senders, listed)) entry->senders.push_back(sender);
}

/// An app of which it is open whether it sends through a network, or compute of a kind that is not known: the
/// first value that is not known says why.
void add_integration(std::vector<OpenReason>& open, const SenderView& sender) {
  const model::Workload* workload = sender.workload();
  const bool known = sender.judgement.integration_known && sender.judgement.kind_known;
  if (known || workload == nullptr) return;
  for (const Value value :
       {workload->integration_subnet, workload->route_all, workload->hosting_environment}) {
    if (!value.is_unknown()) continue;
    const Place place = sender.context.store.provenance().step(value.provenance()).place;
    return add(open, &value.reason(), {.place = place, .chain = value.provenance()}, sender);
  }
}

/// What keeps the verdict on this way of sending open: a port that is not known towards a host that may be
/// outside, a host that is not known on port 25, the way of an app, or a module that is not here.
std::vector<OpenReason> open_reasons(const Context& context) {
  const std::uint16_t mail_port = context.catalogue.mail_ports().exchange;
  std::vector<OpenReason> open;
  for (const model::JudgedMailer& judged : context.mailers) {
    const model::Mailer& mailer = context.model.mailers[judged.mailer.index()];
    for (const model::Combination& combination : judged.combinations) {
      const SenderView sender = view_of(context, mailer, combination);
      if (combination.judgement.verdict != Verdict::unknown) continue;
      if (!sender.port.number) add(open, sender.port.reason, sender.port.mark, sender);
      const bool mail = !sender.port.number || sender.port.number == mail_port;
      if (!sender.host.name && mail) add(open, sender.host.reason, sender.host.mark, sender);
      if (sender.port.number == mail_port) add_integration(open, sender);
    }
  }
  return open;
}

Identified unresolved(const Check& check, const OpenReason& open, const Context& context,
                      const FactSource& facts) {
  const auto& reasons = context.catalogue.reasons();
  const EventFact event{"unresolved-value", open.use.known() ? open.use : open.reason->place,
                        reasons.sentence(to_string(open.reason->kind), open.reason->name)};
  Identified result = finding(check, event, context.sources, facts);
  if (open.reason->place.known() && open.reason->place != event.place) {
    result.finding.related.push_back({open.reason->place, event.detail});
  }
  for (const SenderView& sender : open.senders) {
    result.finding.related.push_back(sender_label(sender, Phrase::leaves_open));
  }
  return result;
}

FactSource facts_of(std::string_view event) {
  return [event](knowledge::Fact fact) {
    return fact == knowledge::Fact::event ? FactValue::of_word(event) : FactValue::not_known();
  };
}

FactSource facts_of_unresolved(const Reason& reason) {
  return [kind = reason.kind](knowledge::Fact fact) {
    return fact == knowledge::Fact::reason ? FactValue::of_word(to_string(kind))
                                           : facts_of("unresolved-value")(fact);
  };
}

}  // namespace

std::vector<Identified> check_events(const std::vector<EventFact>& events, const SourceStore& sources,
                                     const std::vector<const Check*>& checks) {
  std::vector<Identified> findings;
  for (const Check* check : checks) {
    if (check->subject != knowledge::Subject::event) continue;
    for (const EventFact& event : events) {
      const FactSource facts = facts_of(event.event);
      if (holds(check->when, facts) == Truth::yes) findings.push_back(finding(*check, event, sources, facts));
    }
  }
  return findings;
}

std::vector<Identified> check_events(const Context& context, const std::vector<const Check*>& checks) {
  std::vector<Identified> findings = check_events(context.events, context.sources, checks);
  const std::vector<OpenReason> open = open_reasons(context);
  for (const Check* check : checks) {
    if (check->subject != knowledge::Subject::event) continue;
    for (const OpenReason& reason : open) {
      const FactSource facts = facts_of_unresolved(*reason.reason);
      if (holds(check->when, facts) == Truth::yes)
        findings.push_back(unresolved(*check, reason, context, facts));
    }
  }
  return findings;
}

}  // namespace smtplint::rules
