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
/// that mark the edited literals are gone, none is new, and nothing changes for a sender of a deployment that
/// had none of them.
class FixProof {
 public:
  /// Why an edit is not safe, in a few words; nothing where it is.
  using Objection = std::optional<std::string>;

  /// The request must be checked already; all must outlive the proof. `sources` are those that edits count
  /// in.
  FixProof(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
           const SourceStore& sources, AnalysisCache& cache)
      : request_(request), files_(files), catalogue_(catalogue), sources_(sources), cache_(cache) {}

  /// Each edit made alone. Edits that no deployment reads both of are tried in one analysis.
  [[nodiscard]] std::vector<Objection> each(const std::vector<Edit>& edits);
  /// All edits made together.
  [[nodiscard]] Objection together(const fix::EditSet& edits);

 private:
  /// Edits tried in one analysis, by index, with the files that they change and the deployments that read
  /// those.
  struct Batch {
    std::vector<std::size_t> edits;
    std::set<std::string> paths;
    std::set<std::size_t> units;
  };
  /// For each edited file the deployments that read it, by number.
  using Readers = std::map<std::string, std::set<std::size_t>>;

  [[nodiscard]] UnitStates states(const FileSystem& files, const std::vector<std::string>& paths) const;
  [[nodiscard]] UnitStates states_with(const fix::EditSet& edits,
                                       const std::vector<std::string>& paths) const;
  [[nodiscard]] std::vector<std::string> paths_to_analyse(const std::vector<Edit>& edits) const;
  [[nodiscard]] std::vector<Batch> batches(const std::vector<Edit>& edits, const UnitStates& before) const;
  [[nodiscard]] Readers readers_of(const std::vector<Edit>& edits, const UnitStates& before) const;
  [[nodiscard]] Objection compare(const UnitStates& before, const UnitStates& after,
                                  const std::vector<Edit>& edits) const;
  [[nodiscard]] Objection compare(const UnitState& before, const UnitState& after,
                                  const std::set<LiteralPlace>& literals) const;

  const Request& request_;
  const FileSystem& files_;
  const knowledge::Catalogue& catalogue_;
  const SourceStore& sources_;
  AnalysisCache& cache_;
};

}  // namespace smtplint::engine
