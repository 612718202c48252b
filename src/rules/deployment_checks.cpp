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

/// The senders of one subscription whose verdict hangs on its type.
struct Undeclared {
  std::string reference;
  std::vector<SenderView> senders;
};

bool towards_public(const SenderView& sender) {
  return sender.host.scope == Scope::relay || sender.host.scope == Scope::recipient_mx;
}

std::vector<Undeclared> undeclared(const Context& context) {
  std::map<std::string, std::vector<SenderView>> groups;
  for (const model::JudgedMailer& judged : context.mailers) {
    const model::Mailer& mailer = context.model.mailers[judged.mailer.index()];
    const auto hangs = std::ranges::find_if(judged.combinations, [](const model::Combination& combination) {
      return combination.judgement.subscription_decides;
    });
    if (hangs == judged.combinations.end()) continue;
    const SenderView view = view_of(context, mailer, *hangs);
    const model::Workload* workload = view.workload();
    const bool referenced = workload != nullptr && workload->subscription.valid();
    groups[referenced ? context.model[workload->subscription].reference : ""].push_back(view);
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
});
static_assert(answers_all(answers, knowledge::facts_of_deployment));

FactValue fact_of(Fact fact, const Undeclared& group) {
  return answer(answers, knowledge::facts_of_deployment, fact, group);
}

/// A sender towards a known relay or recipients comes first: the finding is about it.
const SenderView& foremost(const Undeclared& group) {
  const auto found = std::ranges::find_if(group.senders, towards_public);
  return found == group.senders.end() ? group.senders.front() : *found;
}

std::string identity(const Check& check, const Undeclared& group, const SenderView& first) {
  const Place place = first.host.mark.place;
  const std::string file = place.known() ? first.context.sources.get(place.source).path() : "";
  return check.info.id + '\n' + file + '\n' + group.reference + '\n' + first.mailer.sink + '\n' +
         first.host.name.value_or("");
}

Identified finding(const Check& check, const Undeclared& group) {
  const SenderView& first = foremost(group);
  const auto& phrases = first.context.catalogue.phrases();
  const Chosen chosen = choose(check, [&group](Fact fact) { return fact_of(fact, group); });
  const Doubt doubt = doubt_about(first.mailer, first.host,
                                  written_host(first.host, first.context.sources).value_or(""), phrases);
  Words words = sender_words(first);
  words[Placeholder::count] = std::to_string(group.senders.size());
  Finding result;
  result.rule = check.info.id;
  result.severity = severity_of(chosen.severity, {.condition = doubt.condition});
  result.verdict = Verdict::unknown;
  const std::string text = fill(*chosen.message, words);
  result.message = doubt.condition.empty() ? text : doubt.condition + ", " + text;
  result.help = fill(*chosen.help, words);
  const bool host_has_place = first.host.mark.place.known();
  const model::Mark& mark = host_has_place ? first.host.mark : first.port.mark;
  if (mark.place.known()) result.location = mark.place;
  result.label = check.label;
  result.related = related_places(first, mark);
  for (const SenderView& other : group.senders) {
    if (&other != &first) result.related.push_back(sender_label(other, Phrase::also_sent_by));
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
