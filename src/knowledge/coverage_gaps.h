#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// Something that decides about mail and that the program does not see.
struct CoverageGap {
  std::string id;       ///< `network-paths`
  std::string unseen;   ///< a sentence: what is not seen
  std::string instead;  ///< a sentence: what the program does where it matters
  std::vector<std::string> sources;
};

/// `rules/platform/coverage-gaps.yaml`, in the order of the file; printed by the coverage page.
class CoverageGaps {
 public:
  static constexpr std::string_view id = "coverage-gaps";
  [[nodiscard]] static CoverageGaps read(Reader& reader);

  [[nodiscard]] const std::vector<CoverageGap>& all() const { return gaps_; }

 private:
  std::vector<CoverageGap> gaps_;
};

}  // namespace smtplint::knowledge
