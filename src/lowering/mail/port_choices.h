#pragma once

#include <vector>

#include "lowering/mail/draft.h"
#include "lowering/mail/protection.h"
#include "lowering/mail/setting_reader.h"
#include "model/mailer.h"

namespace smtplint::lowering {

/// What the ports of one server follow from.
struct PortContext {
  const Draft& draft;
  const Setting& server;  ///< the setting that names it
  const Settings& settings;
  const TlsReading& tls;
  const std::vector<PortReading>& written;  ///< by a setting of its own; empty where there is none
};

/// Fills ports, their origin and the conditions that come with them: a port beside the host, else one of its
/// own setting, else what the program dials by itself, else the one on which the host answers. There is
/// always one choice; without number and reason it says that nobody wrote a port and the program's default is
/// not known.
void add_ports(const PortContext& context, const std::vector<EndpointReading>& endpoints,
               const SettingReader& reader, model::Mailer& mailer);

/// Whether a program delivers to the recipients' mail exchangers where it is given no host.
[[nodiscard]] bool delivers_directly(const Draft& draft);
/// The port on which mail exchangers answer.
[[nodiscard]] model::PortChoice direct_port(const Setting& setting, const knowledge::MailPorts& ports);

}  // namespace smtplint::lowering
