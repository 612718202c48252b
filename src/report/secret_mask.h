#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/line_index.h"
#include "diagnostic/report.h"

namespace smtplint::report {

/// Which bytes of the sources hold credentials. Wherever source text is shown, each of their columns is a
/// `*`, so that everything behind them keeps its place.
class SecretMask {
 public:
  explicit SecretMask(const Report& report);

  [[nodiscard]] bool hides(SourceId source, std::uint32_t offset) const;
  /// The text of a place with its secrets masked; line ends stay, columns counted in `unit` too.
  [[nodiscard]] std::string visible(const SourceStore& sources, Place place, ColumnUnit unit) const;

 private:
  std::map<SourceId, std::vector<Span>> spans_;  ///< sorted, merged
};

}  // namespace smtplint::report
