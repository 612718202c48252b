#pragma once

#include <cstdint>
#include <string>

#include "engine/analyze.h"

namespace smtplint::engine {

/// One connection that somebody asks about.
struct PathQuestion {
  std::string workload;  ///< its address
  std::string host;
  std::uint16_t port = 0;
};

/// The way of one connection as text: every hop, and of each every rule or route that was considered, in
/// order, with the reason why it did or did not match. Fails where no deployment has the workload.
[[nodiscard]] Result<std::string> debug_path(const Request& request, const PathQuestion& question,
                                             const FileSystem& files, const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
