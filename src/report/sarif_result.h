#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "diagnostic/report.h"
#include "report/grouping.h"
#include "report/secret_mask.h"

namespace smtplint::report {

/// Builds SARIF `result` objects; keeps what they share.
class SarifResults {
 public:
  explicit SarifResults(const Report& report);

  /// The finding that is shown must have a location.
  [[nodiscard]] nlohmann::ordered_json result(const FindingGroup& group);
  /// Position of a rule in the list of rules; it must be there.
  [[nodiscard]] std::size_t rule_index(const std::string& id) const;

 private:
  [[nodiscard]] nlohmann::ordered_json related(const std::vector<Label>& chain) const;
  [[nodiscard]] nlohmann::ordered_json code_flow(const Finding& finding) const;
  [[nodiscard]] nlohmann::ordered_json flow_step(Place place, const std::string& text, std::size_t order,
                                                 std::string_view importance) const;
  [[nodiscard]] nlohmann::ordered_json fixes(const Finding& finding) const;
  [[nodiscard]] nlohmann::ordered_json replacement(const Edit& edit) const;
  [[nodiscard]] nlohmann::ordered_json fingerprints(const Finding& finding);

  const Report& report_;
  SecretMask mask_;
  std::map<std::string, std::size_t> rule_indexes_;
  std::map<SourceId, std::vector<std::string>> line_hashes_;
};

}  // namespace smtplint::report
