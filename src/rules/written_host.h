#pragma once

#include <optional>
#include <string>

#include "base/source.h"
#include "model/mailer.h"

namespace smtplint::rules {

/// The name of a host in the letters in which the user wrote it, as outputs may show it; nothing where it is
/// not known.
[[nodiscard]] std::optional<std::string> written_host(const model::HostChoice& host,
                                                      const SourceStore& sources);

}  // namespace smtplint::rules
