#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/source.h"
#include "diagnostic/report.h"
#include "engine/judging/terms.h"
#include "engine/suppression/directive.h"
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
    std::string expired;                 ///< the day, where that is over
    bool enabled = true;                 ///< false where the rule is not asked, so that it may well be needed
    bool used = false;
  };
  /// What a comment is about: a file, a line of it or 0 for all of it, and a rule.
  using Subject = std::tuple<SourceId, std::uint32_t, std::string>;

  [[nodiscard]] bool use_comments(const Subject& subject);
  [[nodiscard]] bool fits(const IgnoreRule& ignore, const Finding& finding) const;

  const SourceStore& sources_;
  const knowledge::Catalogue& catalogue_;
  std::vector<Entry> entries_;  ///< the rules of one comment stand together
  std::multimap<Subject, std::size_t> comments_;
  std::vector<std::size_t> configured_;
  std::vector<rules::EventFact> malformed_;
};

}  // namespace smtplint::engine
