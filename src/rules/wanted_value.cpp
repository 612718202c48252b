#include "rules/wanted_value.h"

#include "rules/sender_words.h"

namespace smtplint::rules {
namespace {

using knowledge::FixProposal;
using knowledge::Phrase;

std::string program_of(const SenderView& sender) {
  const std::string& framework = sender.mailer.framework_name;
  return framework.empty() ? sender.context.catalogue.phrases().text(Phrase::the_program) : framework;
}

/// What has to be done before the edit may be made.
std::vector<std::string> needs(const SenderView& sender, const model::Mark& mark, bool implicit) {
  const knowledge::PhraseTable& phrases = sender.context.catalogue.phrases();
  std::vector<std::string> needs;
  if (implicit) {
    needs.push_back(phrases.text(Phrase::fix_needs_implicit_tls, program_of(sender)));
  } else if (!sender.mailer.negotiates_starttls) {
    needs.push_back(phrases.text(Phrase::fix_needs_starttls, program_of(sender)));
  }
  if (sender.mailer.login != model::Stated::on) needs.push_back(phrases.text(Phrase::fix_needs_login));
  if (!mark.whole) needs.push_back(phrases.text(Phrase::fix_of_a_part));
  return needs;
}

}  // namespace

std::optional<WantedValue> wanted_value(const knowledge::Check& check, const SenderView& sender,
                                        const model::Mark& mark) {
  const FixProposal& fix = check.fix;
  if (fix.value == FixProposal::Value::none || !mark.exact || !mark.place.known()) return std::nullopt;
  const Words words = sender_words(sender);
  const knowledge::Provider* provider = sender.provider();
  if (provider == nullptr) {
    if (sender.host.scope != Scope::public_host) return std::nullopt;
    return WantedValue{.place = mark.place,
                       .value = fix.otherwise,
                       .title = fill(fix.otherwise_title, words),
                       .needs = {},
                       .display_only = true,
                       .owner = {},
                       .setting = {}};
  }
  if (!provider->submission) return std::nullopt;
  const bool implicit = begins_with_tls(*provider, *provider->submission);
  return WantedValue{.place = mark.place,
                     .value = std::to_string(*provider->submission),
                     .title = fill(fix.title, words),
                     .needs = needs(sender, mark, implicit),
                     .chain = mark.chain,
                     .owner = sender.mailer.document,
                     .setting = sender.mailer.sink};
}

}  // namespace smtplint::rules
