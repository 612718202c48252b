#include "rules/sender_words.h"

#include <algorithm>

#include "base/wording.h"
#include "rules/written_host.h"

namespace smtplint::rules {
namespace {

using knowledge::Phrase;
using knowledge::Placeholder;

std::string destination(const SenderView& sender) {
  const auto& phrases = sender.context.catalogue.phrases();
  if (const auto host = written_host(sender.host, sender.context.sources)) return quoted(*host);
  const bool direct = sender.host.scope == Scope::recipient_mx;
  return phrases.text(direct ? Phrase::mail_exchangers : Phrase::unknown_host);
}

std::string subscription_name(const SenderView& sender) {
  const auto* type = sender.context.catalogue.subscriptions().find(sender.judgement.subscription.type);
  return type == nullptr ? sender.judgement.subscription.type : type->name;
}

/// What a sender without compute was judged as, where its workspace runs nothing else.
WorkloadKind judged_kind(const SenderView& sender) {
  const WorkloadKind assumed = sender.context.model.unlinked_kind;
  const bool unlinked = sender.workload() == nullptr && assumed != WorkloadKind::virtual_machine;
  return unlinked ? assumed : sender.kind();
}

}  // namespace

bool begins_with_tls(const knowledge::Provider& provider, std::uint16_t port) {
  return std::ranges::any_of(provider.ports, [port](const knowledge::ProviderPort& one) {
    return one.number == port && one.tls == knowledge::PortTls::implicit;
  });
}

Words sender_words(const SenderView& sender) {
  const knowledge::PhraseTable& phrases = sender.context.catalogue.phrases();
  Words words;
  words[Placeholder::destination] = destination(sender);
  if (const auto host = written_host(sender.host, sender.context.sources))
    words[Placeholder::host] = quoted(*host);
  if (sender.port.number) words[Placeholder::port] = std::to_string(*sender.port.number);
  words[Placeholder::kind] = sender.context.catalogue.compute_kinds()[judged_kind(sender)].phrase;
  words[Placeholder::subscription] = subscription_name(sender);
  words[Placeholder::verdict] = std::string(to_string(sender.judgement.verdict));
  words[Placeholder::way_out] = sender.judgement.way_out;
  words[Placeholder::access_list] = listed(sender.judgement.allowed_types, "or");
  if (const model::Hop* stop = sender.judgement.path.stop()) words[Placeholder::stop] = stop->reason;
  words[Placeholder::framework] = sender.mailer.framework_name;
  if (const knowledge::Provider* provider = sender.provider()) {
    words[Placeholder::provider] = provider->name;
    if (provider->submission) {
      const bool implicit = begins_with_tls(*provider, *provider->submission);
      words[Placeholder::submission_port] = std::to_string(*provider->submission);
      words[Placeholder::submission_tls] =
          phrases.text(implicit ? Phrase::tls_from_the_start : Phrase::tls_by_starttls);
    }
    if (!provider->advice.empty())
      words[Placeholder::advice] = phrases.text(Phrase::advice_in_brackets, provider->advice);
  }
  return words;
}

std::string with_notes(const model::Judgement& judgement) {
  std::string text;
  for (const std::string& note : judgement.type_notes) text += "; " + note;
  return text;
}

SenderRef sender_ref(const SenderView& sender) {
  const model::Workload* workload = sender.workload();
  if (workload == nullptr && sender.mailer.runner.empty()) return {};
  return {.address = sender.name(), .kind = sender.kind()};
}

DestinationRow destination_row(const SenderView& sender) {
  DestinationRow row{
      .host = sender.host.shown_name(), .port = sender.port.number, .scope = sender.host.scope};
  if (!sender.host.provider.empty()) row.provider = sender.host.provider;
  return row;
}

}  // namespace smtplint::rules
