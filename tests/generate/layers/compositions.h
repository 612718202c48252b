#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "generate/layers/stacks.h"

/// Layers whose files name each other, so that none can be written without the others.
namespace smtplint::generate {

struct Composition {
  std::string_view name;
  std::size_t layers = 0;
  std::optional<std::size_t> unless_set;  ///< the layer that names variables which count instead
  WorkloadKind kind = WorkloadKind::unknown;
  bool linked = false;             ///< it says itself where it runs
  std::string_view type, address;  ///< of a resource, or of whatever else sends; empty: nobody is known
  void (*write)(Workshop& workshop, Scope& scope, std::span<const LayerEnds> layers) = nullptr;
};
[[nodiscard]] std::span<const Composition> compositions();

}  // namespace smtplint::generate
