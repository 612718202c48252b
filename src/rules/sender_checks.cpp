#include "rules/sender_checks.h"

#include <algorithm>
#include <map>

#include "rules/certainty.h"
#include "rules/chain.h"
#include "rules/conditions.h"
#include "rules/path_facts.h"
#include "rules/sender_words.h"
#include "rules/variants.h"
#include "rules/wanted_value.h"
#include "rules/written_host.h"

namespace smtplint::rules {
namespace {

using knowledge::Check;
using knowledge::Marked;
using knowledge::Phrase;
using knowledge::Subject;

/// A combination for which a check holds, and how bad that is where it is certain.
struct Bad {
  const model::Combination* combination;
  Severity severity;
};

/// The combinations of one mailer for which one check holds.
struct Hit {
  const Check* check;
  std::vector<Bad> bad;
};

/// Its own facts, and those of the way that it takes.
FactSource facts_of(const SenderView& sender) {
  return [&sender](knowledge::Fact fact) {
    return knowledge::info(fact).subject == Subject::path ? path_fact(fact, sender)
                                                          : sender_fact(fact, sender);
  };
}

std::vector<Hit> hits(const Context& context, const model::JudgedMailer& judged,
                      const std::vector<const Check*>& checks) {
  std::vector<Hit> found;
  const model::Mailer& mailer = context.model.mailers[judged.mailer.index()];
  for (const Check* check : checks) {
    if (check->subject != Subject::sender && check->subject != Subject::path) continue;
    Hit hit{check, {}};
    for (const model::Combination& combination : judged.combinations) {
      const SenderView sender = view_of(context, mailer, combination);
      if (holds(check->when, facts_of(sender)) != Truth::yes) continue;
      hit.bad.push_back({&combination, choose(*check, facts_of(sender)).severity});
    }
    if (!hit.bad.empty()) found.push_back(std::move(hit));
  }
  return found;
}

void drop_replaced(std::vector<Hit>& found) {
  const auto replaced = [&found](const Hit& hit) {
    return std::ranges::any_of(found, [&hit](const Hit& other) {
      const auto& instead = other.check->instead_of;
      return std::ranges::find(instead, hit.check->info.id) != instead.end();
    });
  };
  std::vector<Hit> kept;
  std::ranges::copy_if(found, std::back_inserter(kept), [&](const Hit& hit) { return !replaced(hit); });
  found = std::move(kept);
}

const model::Mark& marked_by(const Check& check, const SenderView& sender) {
  const model::NetworkPath& path = sender.judgement.path;
  const model::Hop* stop = path.stop();
  if (check.marks == Marked::stop && stop != nullptr && stop->written) return stop->mark;
  if (check.marks == Marked::application_rule) return path.application_rule;
  const bool port_has_place = sender.port.mark.place.known();
  const bool at_port = check.marks == Marked::port || check.marks == Marked::stop;
  return at_port && port_has_place ? sender.port.mark : sender.host.mark;
}

std::string identity(const Check& check, const SenderView& sender, const model::Mark& mark) {
  const std::string file = mark.place.known() ? sender.context.sources.get(mark.place.source).path() : "";
  return check.info.id + '\n' + file + '\n' + sender.name() + '\n' + sender.mailer.sink + '\n' +
         sender.host.name.value_or("");
}

std::string message(const knowledge::PhraseTable& phrases, const std::string& text, const Doubt& doubt,
                    const SenderView& sender) {
  std::string result = doubt.condition.empty() ? text : doubt.condition + ", " + text;
  if (doubt.host_unknown && sender.host.scope == Scope::unknown) {
    result += " " + phrases.text(Phrase::if_host_is_outside);
  }
  return doubt.some_are_fine ? phrases.text(Phrase::some_values_are_fine) + ", " + result : result;
}

bool rests_on_subscription(const model::Judgement& judgement) {
  return judgement.verdict == Verdict::blocked || judgement.verdict == Verdict::blocked_exemption_possible;
}

Identified finding(const Check& check, const SenderView& sender, Doubt doubt) {
  const auto& phrases = sender.context.catalogue.phrases();
  const Chosen chosen = choose(check, facts_of(sender));
  const Words words = sender_words(sender);
  const model::Mark& mark = marked_by(check, sender);
  const bool undecided = doubt.host_unknown || doubt.some_are_fine;
  Finding result;
  result.rule = check.info.id;
  result.severity = severity_of(chosen.severity, doubt);
  result.verdict = undecided ? Verdict::unknown : sender.judgement.verdict;
  result.message = message(phrases, fill(*chosen.message, words), doubt, sender);
  result.help = fill(*chosen.help, words);
  if (rests_on_subscription(sender.judgement)) result.help += with_notes(sender.judgement);
  const bool network_decides =
      result.verdict == Verdict::denied_by_network || result.verdict == Verdict::no_egress;
  if (!sender.judgement.rule.empty() && !network_decides) {
    result.notes.push_back(sender.judgement.rule + " " +
                           phrases.text(Phrase::policy_source, sender.judgement.source));
  }
  if (mark.place.known()) result.location = mark.place;
  result.label = check.label;
  result.related = related_places(sender, mark);
  result.sender = sender_ref(sender);
  result.destination = destination_row(sender);
  result.subscription = sender.judgement.subscription;
  return {std::move(result), identity(check, sender, mark), wanted_value(check, sender, mark)};
}

bool gets_out(const model::Combination& combination) {
  return combination.judgement.verdict == Verdict::allowed;
}

/// Whether every combination has a finding that is at least as bad and means the same, that mail is stopped
/// or that the relay refuses it: then it is certain.
bool is_certain(const std::vector<Hit>& hits, const model::JudgedMailer& judged, const Bad& one) {
  return std::ranges::all_of(judged.combinations, [&](const model::Combination& combination) {
    if (gets_out(combination) != gets_out(*one.combination)) return false;
    return std::ranges::any_of(hits, [&](const Hit& hit) {
      return std::ranges::any_of(hit.bad, [&](const Bad& bad) {
        return bad.combination == &combination && bad.severity >= one.severity;
      });
    });
  });
}

/// The bad combinations that mark the same place are one finding.
void report(const Hit& hit, const Context& context, const model::JudgedMailer& judged,
            const std::vector<Hit>& all, std::vector<Identified>& findings) {
  const model::Mailer& mailer = context.model.mailers[judged.mailer.index()];
  std::vector<Place> seen;
  for (const Bad& bad : hit.bad) {
    const SenderView sender = view_of(context, mailer, *bad.combination);
    const Place place = marked_by(*hit.check, sender).place;
    if (std::ranges::find(seen, place) != seen.end()) continue;
    seen.push_back(place);
    Doubt doubt = doubt_about(mailer, sender.host, written_host(sender.host, context.sources).value_or(""),
                              context.catalogue.phrases());
    doubt.host_unknown = doubt.host_unknown && sender.host.scope == Scope::unknown;
    doubt.some_are_fine = !is_certain(all, judged, bad);
    findings.push_back(finding(*hit.check, sender, std::move(doubt)));
  }
}

}  // namespace

std::vector<Identified> check_senders(const Context& context, const std::vector<const Check*>& checks) {
  std::vector<Identified> findings;
  for (const model::JudgedMailer& judged : context.mailers) {
    std::vector<Hit> found = hits(context, judged, checks);
    drop_replaced(found);
    for (const Hit& hit : found) report(hit, context, judged, found, findings);
  }
  return findings;
}

}  // namespace smtplint::rules
