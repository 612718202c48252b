#pragma once

#include <cstdint>
#include <string_view>

#include "frontend/tfplan/layers.h"
#include "frontend/tfplan/links.h"
#include "syntax/json/tree.h"
#include "value/store.h"

namespace smtplint::tfplan {

/// Whose value it is.
struct Site {
  std::uint32_t base = 0;  ///< where the part of the plan begins from which spans of `Layers::value` count
  Owner owner{};
  std::string_view address{};  ///< of the resource
  Place place{};               ///< of the resource: that of what is not known
  bool configured = false;     ///< the configuration says of everything written here that it is written
  bool partial = false;        ///< the expression is that of a whole of which this is a part
};

/// Puts the layers of a value together again. What is known is a value; what is not is the other resource
/// that the configuration names, else unknown; what is not known and not configured is left to the provider:
/// absent.
class ValueReader {
 public:
  ValueReader(const PlanFile& plan, const Links& links, ValueStore& store)
      : plan_(plan), links_(links), store_(store) {}

  [[nodiscard]] Value read(const Layers& layers, const Site& site, std::string_view name);
  /// What an expression of the configuration says by itself: a constant or a symbol.
  [[nodiscard]] Value configured(const json::Node& expression, const Site& site);

 private:
  [[nodiscard]] Value configured_block(const json::Node& block, const Site& site);
  [[nodiscard]] Value known(const json::Node& node, const Layers& layers, const Site& site,
                            std::string_view name);
  [[nodiscard]] Value unresolved(const Layers& layers, const Site& site, std::string_view name);
  [[nodiscard]] Value sequence(const Layers& layers, const Site& site, std::string_view name);
  [[nodiscard]] Value write_only(const Layers& layers, const Site& site, std::string_view name);
  [[nodiscard]] Value linked_list(const Layers& layers, const Site& site);
  [[nodiscard]] Value object(const Layers& layers, const Site& site, std::string_view name);
  [[nodiscard]] Value string(const json::Node& node, const Layers& layers, const Site& site);
  [[nodiscard]] Value number(const json::Node& node, const Site& site);
  [[nodiscard]] Value symbol(const Symbol& symbol, std::string_view name, ProvenanceId origin);
  [[nodiscard]] ProvenanceId origin_of(const Layers& layers, const Site& site);
  [[nodiscard]] Place place(Span span, const Site& site) const {
    return plan_.place({site.base + span.begin, site.base + span.end});
  }

  const PlanFile& plan_;
  const Links& links_;
  ValueStore& store_;
};

}  // namespace smtplint::tfplan
