#include "rules/sender_words.h"

namespace smtplint::rules {
namespace {

using knowledge::Phrase;
using knowledge::Placeholder;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string destination(const SenderView& sender) {
  const auto& phrases = sender.context.catalogue.phrases();
  if (sender.host.name) return quoted(*sender.host.shown_name());
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

Words sender_words(const SenderView& sender) {
  Words words;
  words[Placeholder::destination] = destination(sender);
  if (sender.host.name) words[Placeholder::host] = quoted(*sender.host.shown_name());
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
    if (provider->submission) words[Placeholder::submission_port] = std::to_string(*provider->submission);
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
  if (workload == nullptr) return {.address = sender.mailer.runner, .kind = sender.mailer.runner_kind};
  return {.address = workload->address, .kind = workload->kind};
}

DestinationRow destination_row(const SenderView& sender) {
  DestinationRow row{
      .host = sender.host.shown_name(), .port = sender.port.number, .scope = sender.host.scope};
  if (!sender.host.provider.empty()) row.provider = sender.host.provider;
  return row;
}

}  // namespace smtplint::rules
