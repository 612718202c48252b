#include "rules/network_rule_checks.h"

#include "base/wording.h"
#include "rules/certainty.h"
#include "rules/chain.h"
#include "rules/conditions.h"
#include "rules/message.h"
#include "rules/network_rule_facts.h"
#include "rules/sender_words.h"
#include "rules/variants.h"

namespace smtplint::rules {
namespace {

using knowledge::Check;
using knowledge::Phrase;
using knowledge::Placeholder;

Words words_of(const RuleView& view) {
  const model::Judgement& judgement = *view.rule.judgement;
  const auto* type = view.context.catalogue.subscriptions().find(judgement.subscription.type);
  Words words;
  words[Placeholder::rule_name] = "`" + view.name + "`";
  words[Placeholder::subscription] = type == nullptr ? judgement.subscription.type : type->name;
  words[Placeholder::way_out] = judgement.way_out;
  words[Placeholder::access_list] = listed(judgement.allowed_types, "or");
  return words;
}

std::vector<Label> related(const RuleView& view, const model::Mark& mark) {
  const auto& phrases = view.context.catalogue.phrases();
  std::vector<Label> labels = chain_of(view.context, mark);
  if (view.place.known()) labels.push_back({view.place, phrases.text(Phrase::rule_of, view.rule.owner)});
  if (view.rule.existence.truth == Truth::unknown) {
    labels.push_back(
        {view.rule.existence.place, phrases.text(Phrase::only_if, view.rule.existence.condition)});
  }
  return labels;
}

Identified finding(const Check& check, const RuleView& view, const FactSource& facts) {
  const auto& phrases = view.context.catalogue.phrases();
  const Chosen chosen = choose(check, facts);
  const Words words = words_of(view);
  const model::Mark mark = view.port.value_or(model::Mark{.place = view.place});
  Finding result;
  result.rule = check.info.id;
  result.severity = severity_of(chosen.severity, {.some_are_fine = view.in_some_cases});
  result.verdict = view.in_some_cases ? Verdict::unknown : view.rule.judgement->platform;
  result.message = fill(*chosen.message, words);
  if (view.in_some_cases) result.message = phrases.text(Phrase::some_values_are_fine) + ", " + result.message;
  result.help = fill(*chosen.help, words) + with_notes(*view.rule.judgement);
  if (!view.rule.judgement->rule.empty()) {
    result.notes.push_back(view.rule.judgement->rule + " " +
                           phrases.text(Phrase::policy_source, view.rule.judgement->source));
  }
  if (mark.place.known()) result.location = mark.place;
  result.label = check.label;
  result.related = related(view, mark);
  result.subscription = view.rule.judgement->subscription;
  const std::string file = mark.place.known() ? view.context.sources.get(mark.place.source).path() : "";
  return {std::move(result), check.info.id + '\n' + file + '\n' + view.rule.owner + '\n' + view.name + '\n'};
}

}  // namespace

std::vector<Identified> check_network_rules(const Context& context, const std::vector<const Check*>& checks) {
  std::vector<Identified> findings;
  for (const model::JudgedRule& rule : context.network_rules) {
    const RuleView view = view_of(context, rule);
    const FactSource facts = [&view](knowledge::Fact fact) { return network_rule_fact(fact, view); };
    for (const Check* check : checks) {
      if (check->subject != knowledge::Subject::network_rule) continue;
      if (holds(check->when, facts) == Truth::yes) findings.push_back(finding(*check, view, facts));
    }
  }
  return findings;
}

}  // namespace smtplint::rules
