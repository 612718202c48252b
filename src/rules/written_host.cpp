#include "rules/written_host.h"

#include "base/letter_case.h"

namespace smtplint::rules {

std::optional<std::string> written_host(const model::HostChoice& host, const SourceStore& sources) {
  if (!host.name || host.hidden || !host.mark.place.known()) return host.shown_name();
  const std::string_view written = sources.slice(host.mark.place);
  return equal_ignoring_case(written, *host.name) ? std::string(written) : host.name;
}

}  // namespace smtplint::rules
