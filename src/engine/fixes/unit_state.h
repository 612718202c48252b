#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "engine/deployments/deployments.h"

namespace smtplint::engine {

/// Where a literal begins: the path of its file and the offset.
using LiteralPlace = std::pair<std::string, std::uint32_t>;

/// What the analysis said of one deployment. Findings compare without their places, which every edit moves.
struct UnitState {
  struct KnownFinding {
    std::string rule;
    Severity severity = Severity::error;
    std::vector<LiteralPlace> places;  ///< one for each finding of this identity
  };
  std::vector<std::string> files;                            ///< of its root
  std::map<std::string, KnownFinding> findings;              ///< by identity
  std::vector<std::pair<std::string, std::string>> senders;  ///< name and all that is known of it, sorted
  std::map<LiteralPlace, std::string> other_readers;         ///< of literals that findings want changed
  std::string declared;                                      ///< equal where the same resources are declared
};

/// By language, root and environment.
using UnitStates = std::map<std::vector<std::string>, UnitState>;

[[nodiscard]] UnitState state_of(const UnitOutcome& unit, const SourceStore& sources);
[[nodiscard]] std::vector<std::string> key_of(const UnitOutcome& unit);

/// Does a finding mark one of the literals?
[[nodiscard]] bool marks_any(const UnitState& state, const std::set<LiteralPlace>& literals);
/// Are the findings gone that mark the literals?
[[nodiscard]] bool lost_all(const UnitState& before, const UnitState& after,
                            const std::set<LiteralPlace>& literals);
/// The rule of a finding that is new or more severe than it was; empty where there is none.
[[nodiscard]] std::string added_finding(const UnitState& before, const UnitState& after);
/// The name of a sender of which something has changed; empty where there is none.
[[nodiscard]] std::string changed_sender(const UnitState& before, const UnitState& after);

}  // namespace smtplint::engine
