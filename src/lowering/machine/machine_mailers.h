#pragma once

#include <optional>
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

/// What building an image does. It is a machine of its own, whatever else its workload runs.
struct ImageBlock {
  MachineBlock machine;
  std::optional<model::Link> link;  ///< why the workload runs it
};

/// The mail servers and mail programs that machines and images are set up with.
[[nodiscard]] MachineMail find_machine_mail(const std::vector<MachineBlock>& machines,
                                            const knowledge::Catalogue& catalogue, ValueStore& store,
                                            const MailOptions& options,
                                            const std::vector<ImageBlock>& images = {});

}  // namespace smtplint::lowering
