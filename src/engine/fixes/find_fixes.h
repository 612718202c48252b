#pragma once

#include <vector>

#include "base/source.h"
#include "engine/fixes/fix_proof.h"
#include "rules/context.h"

namespace smtplint::engine {

/// Fills the fixes of findings from the values that they want: an edit in the style of the literal, safe only
/// where nothing else has to be done and the proof has no objection. `secrets` are the places of credentials.
void find_fixes(std::vector<rules::Identified>& findings, const SourceStore& sources,
                const std::vector<Place>& secrets, const knowledge::PhraseTable& phrases, FixProof& proof);

}  // namespace smtplint::engine
