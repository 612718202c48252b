#pragma once

#include <vector>

#include "lowering/field_reader.h"

namespace smtplint::lowering {

/// Settings by one way of a mapping, in the shape that it names. One part for each property that is read;
/// none where nothing is written. `whole` reads the resource that the thing is a part of: secrets stand
/// there.
[[nodiscard]] std::vector<SettingsPart> read_settings(const knowledge::FieldSource& source,
                                                      const PropertyReader& reader,
                                                      const PropertyReader& whole, ValueStore& store,
                                                      const Decoders* decoders);

}  // namespace smtplint::lowering
