#include "knowledge/mail_ports.h"

#include "knowledge/port_number.h"

namespace smtplint::knowledge {

MailPorts MailPorts::read(Reader& reader) {
  MailPorts ports;
  ports.exchange = port_number(reader.required("exchange"), reader.problems()).value_or(0);
  const Node list = reader.required("submission");
  if (!list.missing() && (!list.is(NodeKind::list) || list.size() == 0))
    reader.problems().add(list.mark(), "`submission` is a list of ports");
  for (std::size_t i = 0; list.is(NodeKind::list) && i < list.size(); ++i) {
    if (const auto port = port_number(list.at(i), reader.problems())) ports.submission.push_back(*port);
  }
  (void)reader.sources();
  return ports;
}

}  // namespace smtplint::knowledge
