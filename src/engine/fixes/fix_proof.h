#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "engine/analyze.h"
#include "engine/fixes/unit_state.h"
#include "fix/edits.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

/// Analyses again with edits laid over the files, and says whether they do what they promise: the findings
/// are gone, none is new, and nothing changes for a sender of a deployment that had none of these findings.
class FixProof {
 public:
  /// The request must be checked already; all must outlive the proof.
  FixProof(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue)
      : request_(request), files_(files), catalogue_(catalogue) {}

  /// Why the edits are not safe, in a few words; nothing where they are. They must do away with the findings
  /// that mark what they edit. `sources` are those that the edits count in.
  [[nodiscard]] std::optional<std::string> objection(const fix::EditSet& edits, const SourceStore& sources);

 private:
  using Paths = std::vector<std::string>;

  [[nodiscard]] UnitStates states(const FileSystem& files, const Paths& paths) const;
  [[nodiscard]] const UnitStates& states_before(const Paths& paths);
  [[nodiscard]] std::optional<std::string> compare(const UnitStates& before, const UnitStates& after,
                                                   const std::set<LiteralPlace>& literals) const;
  [[nodiscard]] std::optional<std::string> compare(const UnitState& before, const UnitState& after,
                                                   const std::set<LiteralPlace>& literals) const;

  const Request& request_;
  const FileSystem& files_;
  const knowledge::Catalogue& catalogue_;
  std::map<Paths, UnitStates> before_;
};

}  // namespace smtplint::engine
