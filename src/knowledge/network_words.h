#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// How Azure's rules spell what matters here: `rules/platform/network-words.yaml`. Compared without case.
struct NetworkWords {
  std::vector<std::string> any_destination;  ///< `*`, `Internet`, `0.0.0.0/0`
  std::vector<std::string> outbound;
  std::vector<std::string> inbound;
  std::vector<std::string> allow;
  std::vector<std::string> deny;
  std::vector<std::string> carries_tcp;      ///< `Tcp`, `*`, `Any`

  static NetworkWords read(const std::vector<Node>& files, Problems& problems);
};

/// Whether a list of words holds one, without case.
[[nodiscard]] bool has_word(const std::vector<std::string>& words, std::string_view word);

}  // namespace smtplint::knowledge
