#pragma once

#include <string>
#include <vector>

#include "diagnostic/report.h"

namespace smtplint::report {

/// Findings of one rule at one place. People see one entry that counts the other senders.
struct FindingGroup {
  const Finding* shown = nullptr;  ///< the first of the highest severity
  std::vector<const Finding*> others;
};

/// In the order of reports.
[[nodiscard]] std::vector<FindingGroup> group_findings(const Report& report);

/// The addresses (else kinds) of the other senders, each once.
[[nodiscard]] std::vector<std::string> other_senders(const FindingGroup& group);
/// `2 other senders`, or empty where there is none.
[[nodiscard]] std::string count_of_others(const FindingGroup& group);
/// The chain of the finding that is shown, then what the chains of the others add to it.
[[nodiscard]] std::vector<Label> chain_of(const FindingGroup& group);
/// Every environment in which one of them holds, sorted.
[[nodiscard]] std::vector<std::string> environments_of(const FindingGroup& group);

}  // namespace smtplint::report
