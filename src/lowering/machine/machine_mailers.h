#pragma once

#include <vector>

#include "knowledge/catalogue.h"
#include "lowering/lowering.h"
#include "lowering/mail/mailers.h"
#include "value/store.h"

namespace smtplint::lowering {

struct MachineMail {
  std::vector<model::Mailer> mailers;
  std::vector<Place> secrets;  ///< texts of passwords; no output may show them
  std::vector<Event> gaps;     ///< what could not be read of set-ups in which there is mail
  std::vector<Event> cut_off;  ///< limits that others reached: there may be mail behind them
};

/// The mail servers and mail programs that machines are set up with.
[[nodiscard]] MachineMail find_machine_mail(const std::vector<MachineBlock>& machines,
                                            const knowledge::Catalogue& catalogue, ValueStore& store,
                                            const MailOptions& options);

}  // namespace smtplint::lowering
