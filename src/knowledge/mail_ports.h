#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// The ports of mail: `rules/platform/mail-ports.yaml`.
struct MailPorts {
  std::uint16_t exchange = 0;             ///< between mail servers: the one that Azure blocks
  std::vector<std::uint16_t> submission;  ///< from programs, in the order in which they are suggested

  static constexpr std::string_view id = "mail-ports";
  [[nodiscard]] static MailPorts read(Reader& reader);
};

}  // namespace smtplint::knowledge
