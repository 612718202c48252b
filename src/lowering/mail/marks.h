#pragma once

#include "lowering/mail/endpoint_text.h"
#include "model/mailer.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::lowering {

/// The narrowest place of a whole value: the literal that it comes from, else the setting's key.
[[nodiscard]] model::Mark mark_of_value(const ValueStore& store, Value value, Place key);

/// The narrowest place of a part of a string, with the chain from there to the setting.
[[nodiscard]] model::Mark mark_of_text(ValueStore& store, Value string, TextRange range, Place key);

/// Why a part of a string is not known: the reason of the first hole or symbol in it; nullptr where it is
/// known.
[[nodiscard]] const Reason* hole_in(ValueStore& store, Value string, TextRange range);

/// Why a value is not known; nullptr where it is a scalar.
[[nodiscard]] const Reason* reason_of(ValueStore& store, Value value);

/// Every place whose text went into a value.
void add_places(const ValueStore& store, Value value, std::vector<Place>& places);

}  // namespace smtplint::lowering
