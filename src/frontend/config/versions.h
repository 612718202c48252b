#pragma once

#include <span>
#include <vector>

#include "resource/shapes.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint::config {

/// What a document says if its text is one of several.
struct Version {
  Settings settings;
  std::span<const Choice> choices;  ///< under which it is that text
  const Reason* open = nullptr;     ///< why its text is not known
};

/// Each setting with all that it may be; absent where a version lacks it.
[[nodiscard]] Settings joined(const std::vector<Version>& versions, ValueStore& store);

/// Settings that lie over others count where they are there; where they may be absent what is below shows.
void show_below(Settings& upper, const Settings& below, ValueStore& store);

}  // namespace smtplint::config
