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

void add_secrets(const Settings& settings, const SettingReader& reader, std::vector<Place>& secrets) {
  const knowledge::KeyWords& words = reader.catalogue().names().keys();
  for (const Setting& setting : settings.values) {
    const bool credential = is_credential(setting.path, words);
    reader.add_secrets(setting, credential, secrets);
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

}  // namespace

MailFindings find_mail(const std::vector<SettingsBlock>& blocks, const knowledge::Catalogue& catalogue,
                       ValueStore& store, const MailOptions& options) {
  const SettingReader reader(catalogue, options.own, store);
  MailFindings findings;
  for (const SettingsBlock& block : blocks) {
    for (const Draft& draft : drafts_of(block.settings, reader)) {
      std::vector<model::Mailer> mailers = build_mailers(draft, block, reader);
      std::move(mailers.begin(), mailers.end(), std::back_inserter(findings.mailers));
    }
    add_secrets(block.settings, reader, findings.secrets);
  }
  std::ranges::sort(findings.secrets);
  findings.secrets.erase(std::unique(findings.secrets.begin(), findings.secrets.end()),
                         findings.secrets.end());
  return findings;
}

}  // namespace smtplint::lowering
