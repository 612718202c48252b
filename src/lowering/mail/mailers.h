#pragma once

#include <vector>

#include "base/span.h"
#include "knowledge/catalogue.h"
#include "lowering/lowering.h"
#include "lowering/mail/host_class.h"

namespace smtplint::lowering {

struct MailOptions {
  OwnNames own;
};

struct MailFindings {
  std::vector<model::Mailer> mailers;  ///< in the order of the blocks and, in each, of its settings
  std::vector<Place> secrets;  ///< texts of passwords, tokens and users in URLs; no output may show them
};

/// Who sends mail by SMTP, as settings tell it. Values of the settings live in `store`, and so do the reasons
/// of the result.
[[nodiscard]] MailFindings find_mail(const std::vector<SettingsBlock>& blocks,
                                     const knowledge::Catalogue& catalogue, ValueStore& store,
                                     const MailOptions& options);

}  // namespace smtplint::lowering
