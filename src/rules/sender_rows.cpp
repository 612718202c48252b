#include "rules/sender_rows.h"

#include <algorithm>
#include <set>

#include "base/wording.h"
#include "rules/chain.h"
#include "rules/message.h"
#include "rules/sender_words.h"
#include "rules/written_host.h"

namespace smtplint::rules {
namespace {

using knowledge::Phrase;

void add_once(std::vector<std::string>& sentences, const std::string& sentence) {
  if (std::ranges::find(sentences, sentence) == sentences.end()) sentences.push_back(sentence);
}

void add_once(std::vector<UnknownField>& fields, const UnknownField& field) {
  const auto same = [&field](const UnknownField& seen) {
    return seen.field == field.field && seen.reason == field.reason;
  };
  if (std::ranges::none_of(fields, same)) fields.push_back(field);
}

/// Why a value is not known; `otherwise` where nobody wrote one.
std::string reason_text(const Context& context, const Reason* reason, Phrase otherwise) {
  if (reason == nullptr) return context.catalogue.phrases().text(otherwise);
  return context.catalogue.reasons().sentence(to_string(reason->kind), reason->name);
}

/// The possible values of a field where there are several: `25 or 587`.
std::vector<std::string> possible_hosts(const Context& context, const model::Mailer& mailer) {
  std::vector<std::string> values;
  for (const model::HostChoice& host : mailer.hosts) {
    if (!host.name && host.scope == Scope::recipient_mx) continue;
    const auto name = written_host(host, context.sources);
    add_once(values, name ? "`" + *name + "`" : reason_text(context, host.reason, Phrase::no_host_written));
  }
  return values;
}

std::vector<std::string> possible_ports(const Context& context, const model::Mailer& mailer) {
  std::vector<std::string> values;
  for (const model::PortChoice& port : mailer.ports) {
    if (!port.number && mailer.port_origin == model::PortOrigin::none) continue;
    add_once(values, port.number ? std::to_string(*port.number)
                                 : reason_text(context, port.reason, Phrase::no_port_written));
  }
  return values;
}

void list_unknown(SenderField field, const std::vector<std::string>& values, bool known,
                  std::vector<UnknownField>& unknown) {
  if (values.size() > 1) add_once(unknown, {field, listed(values, "or")});
  if (values.size() == 1 && !known) add_once(unknown, {field, values.front()});
}

bool all_same_verdict(const model::JudgedMailer& judged) {
  return std::ranges::all_of(judged.combinations, [&judged](const model::Combination& combination) {
    return combination.judgement.verdict == judged.combinations.front().judgement.verdict;
  });
}

SenderRow row(const Context& context, const model::JudgedMailer& judged) {
  const model::Mailer& mailer = context.model.mailers[judged.mailer.index()];
  const SenderView first = view_of(context, mailer, judged.combinations.front());
  SenderRow result;
  result.sender = sender_ref(first);
  result.verdict = all_same_verdict(judged) ? first.judgement.verdict : Verdict::unknown;
  result.destination = destination_row(first);
  if (mailer.hosts.size() > 1) result.destination = {.port = result.destination.port};
  if (mailer.ports.size() > 1) result.destination.port.reset();
  list_unknown(SenderField::host, possible_hosts(context, mailer), first.host.name.has_value(),
               result.unknown);
  list_unknown(SenderField::port, possible_ports(context, mailer), first.port.number.has_value(),
               result.unknown);
  if (!mailer.tls_open.empty()) add_once(result.unknown, {SenderField::tls, mailer.tls_open});
  if (!mailer.login_open.empty()) add_once(result.unknown, {SenderField::authentication, mailer.login_open});
  for (const model::Combination& combination : judged.combinations) {
    for (const auto& field : combination.judgement.unknown) add_once(result.unknown, field);
    for (const auto& reason : combination.judgement.reasons) add_once(result.reasons, reason);
  }
  result.subscription = first.judgement.subscription;
  const model::Workload* workload = mailer.runner.empty() ? first.workload() : nullptr;
  result.location = workload == nullptr ? mailer.place : workload->place;
  return result;
}

std::vector<Place> places(const Context& context, const model::JudgedMailer& judged) {
  const model::Mailer& mailer = context.model.mailers[judged.mailer.index()];
  std::vector<Place> result{mailer.place};
  const auto add_chain = [&](const model::Mark& mark) {
    result.push_back(mark.place);
    for (const Label& label : chain_of(context, mark)) result.push_back(label.place);
  };
  for (const model::HostChoice& host : mailer.hosts) add_chain(host.mark);
  for (const model::PortChoice& port : mailer.ports) add_chain(port.mark);
  return result;
}

}  // namespace

std::vector<PlacedRow> sender_rows(const Context& context) {
  std::vector<PlacedRow> rows;
  for (const model::JudgedMailer& judged : context.mailers) {
    const model::Mailer& mailer = context.model.mailers[judged.mailer.index()];
    rows.push_back({row(context, judged), mailer.document + '\n' + mailer.sink, places(context, judged)});
  }
  return rows;
}

}  // namespace smtplint::rules
