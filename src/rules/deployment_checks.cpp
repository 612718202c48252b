#include "rules/deployment_checks.h"

#include <algorithm>
#include <map>

#include "rules/certainty.h"
#include "rules/chain.h"
#include "rules/conditions.h"
#include "rules/fact_table.h"
#include "rules/sender_words.h"
#include "rules/variants.h"
#include "rules/written_host.h"

namespace smtplint::rules {
namespace {

using knowledge::Check;
using knowledge::Fact;
using knowledge::Phrase;
using knowledge::Placeholder;

/// A sender whose verdict hangs on the type of its subscription, in one of the ways in which it may send.
struct OpenSender {
  SenderView view;
  bool some_are_fine = false;  ///< others of those ways are allowed whatever the type
};

/// Those of one subscription.
struct Undeclared {
  std::string reference;
  std::vector<OpenSender> senders;
};

bool towards_public(const OpenSender& sender) {
  return sender.view.host.scope == Scope::relay || sender.view.host.scope == Scope::recipient_mx;
}

bool is_elsewhere(const OpenSender& sender) { return sender.view.judgement.sovereign_cloud; }

std::vector<Undeclared> undeclared(const Context& context) {
  std::map<std::string, std::vector<OpenSender>> groups;
  for (const model::JudgedMailer& judged : context.mailers) {
    const model::Mailer& mailer = context.model.mailers[judged.mailer.index()];
    const auto hangs = std::ranges::find_if(judged.combinations, [](const model::Combination& combination) {
      return combination.judgement.subscription_decides;
    });
    if (hangs == judged.combinations.end()) continue;
    const SenderView view = view_of(context, mailer, *hangs);
    const model::Workload* workload = view.workload();
    const bool referenced = workload != nullptr && workload->subscription.valid();
    const bool some_are_fine = std::ranges::any_of(judged.combinations, [](const model::Combination& one) {
      return one.judgement.verdict == Verdict::allowed;
    });
    groups[referenced ? context.model[workload->subscription].reference : ""].push_back(
        {view, some_are_fine});
  }
  std::vector<Undeclared> result;
  for (auto& [reference, senders] : groups) result.push_back({reference, std::move(senders)});
  return result;
}

constexpr auto answers = std::to_array<Answer<Undeclared>>({
    {Fact::undeclared_senders,
     [](const Undeclared& group) {
       return FactValue::of_number(static_cast<std::int64_t>(group.senders.size()));
     }},
    {Fact::undeclared_towards_public,
     [](const Undeclared& group) {
       return FactValue::of_flag(std::ranges::any_of(group.senders, towards_public));
     }},
    {Fact::undeclared_elsewhere,
     [](const Undeclared& group) {
       return FactValue::of_flag(std::ranges::any_of(group.senders, is_elsewhere));
     }},
});
static_assert(answers_all(answers, knowledge::facts_of_deployment));

FactValue fact_of(Fact fact, const Undeclared& group) {
  return answer(answers, knowledge::facts_of_deployment, fact, group);
}

/// The finding is about a sender that surely is concerned rather than one that may be fine, and about one
/// towards a known relay or recipients rather than another.
const OpenSender& foremost(const Undeclared& group) {
  const auto rank = [](const OpenSender& sender) {
    return std::pair(!sender.some_are_fine, towards_public(sender));
  };
  return *std::ranges::max_element(group.senders, {}, rank);
}

std::string identity(const Check& check, const Undeclared& group, const SenderView& first) {
  const Place place = first.host.mark.place;
  const std::string file = place.known() ? first.context.sources.get(place.source).path() : "";
  return check.info.id + '\n' + file + '\n' + group.reference + '\n' + first.mailer.sink + '\n' +
         first.host.name.value_or("");
}

Identified finding(const Check& check, const Undeclared& group) {
  const OpenSender& chosen_sender = foremost(group);
  const SenderView& first = chosen_sender.view;
  const auto& phrases = first.context.catalogue.phrases();
  const Chosen chosen = choose(check, [&group](Fact fact) { return fact_of(fact, group); });
  Doubt doubt = doubt_about(first.mailer, first.host,
                            written_host(first.host, first.context.sources).value_or(""), phrases);
  doubt.host_unknown = false;
  doubt.some_are_fine = chosen_sender.some_are_fine;
  Words words = sender_words(first);
  words[Placeholder::count] = std::to_string(group.senders.size());
  Finding result;
  result.rule = check.info.id;
  result.severity = severity_of(chosen.severity, doubt);
  result.verdict = Verdict::unknown;
  const std::string text = fill(*chosen.message, words);
  result.message = doubt.condition.empty() ? text : doubt.condition + ", " + text;
  if (doubt.some_are_fine)
    result.message = phrases.text(Phrase::some_values_are_fine) + ", " + result.message;
  result.help = fill(*chosen.help, words) + with_notes(first.judgement);
  const bool host_has_place = first.host.mark.place.known();
  const model::Mark& mark = host_has_place ? first.host.mark : first.port.mark;
  if (mark.place.known()) result.location = mark.place;
  result.label = check.label;
  result.related = related_places(first, mark);
  for (const OpenSender& other : group.senders) {
    if (&other != &chosen_sender) result.related.push_back(sender_label(other.view, Phrase::also_sent_by));
  }
  result.sender = sender_ref(first);
  result.destination = destination_row(first);
  result.subscription = first.judgement.subscription;
  return {std::move(result), identity(check, group, first)};
}

}  // namespace

std::vector<Identified> check_deployment(const Context& context, const std::vector<const Check*>& checks) {
  std::vector<Identified> findings;
  for (const Undeclared& group : undeclared(context)) {
    for (const Check* check : checks) {
      if (check->subject != knowledge::Subject::deployment) continue;
      const Truth fires = holds(check->when, [&group](Fact fact) { return fact_of(fact, group); });
      if (fires == Truth::yes) findings.push_back(finding(*check, group));
    }
  }
  return findings;
}

}  // namespace smtplint::rules
