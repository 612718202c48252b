#include "lowering/mail/mailers.h"

#include <algorithm>
#include <set>
#include <utility>

#include "lowering/mail/framework_drafts.h"
#include "lowering/mail/general_drafts.h"
#include "lowering/mail/key_role.h"
#include "lowering/mail/mailer_builder.h"

namespace smtplint::lowering {
namespace {

/// What stands encoded in a secret may be more than one value.
bool is_encoded_secret(const Setting& setting, const ValueStore& store) {
  const Value value = setting.value;
  if (!value.sensitive() || !value.is(ValueType::string) || value.text().pieces.empty()) return false;
  const ProvenanceId origin = value.text().pieces.front().origin;
  return origin != no_provenance && store.provenance().step(origin).how == How::document;
}

void add_secrets(const Settings& settings, const SettingReader& reader, std::vector<Place>& secrets) {
  const knowledge::KeyWords& words = reader.catalogue().key_words();
  for (const Setting& setting : settings.values) {
    const bool hidden = is_credential(setting.path, words) || is_encoded_secret(setting, reader.store());
    reader.add_secrets(setting, hidden, secrets);
  }
}

std::vector<Draft> drafts_of(const Settings& settings, const SettingReader& reader) {
  std::set<const Setting*> claimed;
  std::vector<Draft> drafts = framework_drafts(settings, reader.catalogue().frameworks(), claimed);
  std::vector<Draft> general = general_drafts(settings, claimed, reader);
  drafts.insert(drafts.end(), std::make_move_iterator(general.begin()),
                std::make_move_iterator(general.end()));
  return drafts;
}

/// What an alias repeats in one document is written once.
bool is_written_once(const model::Mailer& one, const model::Mailer& other) {
  const auto same_host = [](const model::HostChoice& left, const model::HostChoice& right) {
    return left.mark.place == right.mark.place && left.name == right.name;
  };
  const auto same_port = [](const model::PortChoice& left, const model::PortChoice& right) {
    return left.mark.place == right.mark.place && left.number == right.number;
  };
  return one.place == other.place && std::ranges::equal(one.hosts, other.hosts, same_host) &&
         std::ranges::equal(one.ports, other.ports, same_port);
}

void add(std::vector<model::Mailer> some, std::vector<model::Mailer>& of_block) {
  for (model::Mailer& mailer : some) {
    const auto repeated = [&mailer](const model::Mailer& seen) { return is_written_once(seen, mailer); };
    if (std::ranges::none_of(of_block, repeated)) of_block.push_back(std::move(mailer));
  }
}

}  // namespace

MailFindings find_mail(const std::vector<SettingsBlock>& blocks, const knowledge::Catalogue& catalogue,
                       ValueStore& store, const MailOptions& options) {
  const SettingReader reader(catalogue, options.own, store);
  MailFindings findings;
  for (const SettingsBlock& block : blocks) {
    std::vector<model::Mailer> mailers;
    for (const Draft& draft : drafts_of(block.settings, reader)) {
      add(build_mailers(draft, block, reader), mailers);
    }
    std::ranges::move(mailers, std::back_inserter(findings.mailers));
    add_secrets(block.settings, reader, findings.secrets);
  }
  const std::vector<Place>& declared = store.declared_secrets();
  findings.secrets.insert(findings.secrets.end(), declared.begin(), declared.end());
  std::ranges::sort(findings.secrets);
  findings.secrets.erase(std::unique(findings.secrets.begin(), findings.secrets.end()),
                         findings.secrets.end());
  return findings;
}

}  // namespace smtplint::lowering
