#include "rules/evaluate.h"

#include <iterator>

#include "rules/deployment_checks.h"
#include "rules/event_checks.h"
#include "rules/network_rule_checks.h"
#include "rules/sender_checks.h"
#include "rules/sender_rows.h"

namespace smtplint::rules {
namespace {

void move_into(std::vector<Identified>& all, std::vector<Identified> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

}  // namespace

Outcome evaluate(const Context& context, const std::vector<const knowledge::Check*>& checks) {
  Outcome outcome;
  move_into(outcome.findings, check_senders(context, checks));
  move_into(outcome.findings, check_network_rules(context, checks));
  move_into(outcome.findings, check_deployment(context, checks));
  move_into(outcome.findings, check_events(context, checks));
  outcome.senders = sender_rows(context);
  return outcome;
}

}  // namespace smtplint::rules
