#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/source.h"
#include "diagnostic/report.h"
#include "engine/suppression/directive.h"
#include "engine/terms.h"
#include "rules/context.h"

namespace smtplint::engine {

/// What the user has taken out of the findings: by comments, and by `ignore` of configurations.
class Suppressions {
 public:
  Suppressions(const SourceStore& sources, const knowledge::Catalogue& catalogue)
      : sources_(sources), catalogue_(catalogue) {}

  /// The comments of one file. The terms must outlive this.
  void add_comments(SourceId file, const std::vector<Span>& comments, const Terms& terms);
  /// The `ignore` entries of a configuration.
  void add_configured(const Terms& terms);

  /// True for a finding that is taken out; what takes it is not unused then.
  [[nodiscard]] bool take(const Finding& finding);
  /// What was asked for in vain: unused, expired and malformed ones.
  [[nodiscard]] std::vector<rules::EventFact> events() const;

 private:
  /// One rule of one comment or entry.
  struct Entry {
    std::string rule;
    Place place;                         ///< of the comment or entry
    const IgnoreRule* ignore = nullptr;  ///< of a configuration; else a comment
    std::uint32_t line = 0;              ///< that a comment is about; 0: the whole file
    std::string expired;                 ///< the day, where that is over
    bool enabled = true;                 ///< false where the rule is not asked, so that it may well be needed
    bool used = false;
  };

  [[nodiscard]] bool fits(const Entry& entry, const Finding& finding) const;
  [[nodiscard]] bool fits(const IgnoreRule& ignore, const Finding& finding) const;
  [[nodiscard]] std::string unused_rules(Place place) const;

  const SourceStore& sources_;
  const knowledge::Catalogue& catalogue_;
  std::vector<Entry> entries_;
  std::vector<rules::EventFact> malformed_;
};

}  // namespace smtplint::engine
