#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/span.h"
#include "knowledge/catalogue.h"
#include "lowering/lowering.h"
#include "resource/shapes.h"
#include "rules/context.h"
#include "value/store.h"

namespace smtplint::engine {

/// Somebody who reads a literal besides the senders that a repair of it is for.
struct OtherReader {
  Place literal;
  std::string name;  ///< address of a resource, name of an output, key of a setting; empty: cannot be told
};

/// Where a deployment declares more resources than these, nobody is looked for: a plan may have very many,
/// and neither they nor their settings need to be kept.
inline constexpr std::size_t most_resources_searched = 5000;

/// The others who read the literals that findings want changed, found by where their values come from. To be
/// asked for last, since it evaluates all that is declared; not at all where no repair can be safe anyway.
/// `shapes` and `settings` are those of the deployment with these findings.
[[nodiscard]] std::vector<OtherReader> other_readers(const Shapes& shapes,
                                                     const std::vector<lowering::SettingsBlock>& settings,
                                                     const std::vector<rules::Identified>& findings,
                                                     const knowledge::Catalogue& catalogue,
                                                     const ValueStore& store);

/// What counts where nobody is looked for: who reads the literals cannot be told.
[[nodiscard]] std::vector<OtherReader> unknown_readers(const std::vector<rules::Identified>& findings,
                                                       const ValueStore& store);

}  // namespace smtplint::engine
