#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lowering/mapped.h"
#include "value/store.h"

namespace smtplint::lowering {

/// What a link leads to.
struct LinkTarget {
  Mapped* thing = nullptr;        ///< where it is certain
  std::vector<Mapped*> possible;  ///< where it is not: one of these, or something outside
  std::string elsewhere;          ///< id of a thing that is not in the deployment
};

/// Finds the things that values refer to: by symbol, by Azure resource id, or by name within a resource
/// group.
class Linker {
 public:
  Linker(MappedThings& things, ValueStore& store);

  /// The value of a link, or one element of it. `resource_group` is that of a bare name; absent where it is
  /// not known.
  [[nodiscard]] LinkTarget resolve(Value value, std::span<const knowledge::Thing> targets,
                                   Value resource_group) const;
  /// A single link of a thing; what it is written in is its parent.
  [[nodiscard]] LinkTarget target(const Mapped& thing, knowledge::Field field) const;
  /// All elements of a list of links.
  [[nodiscard]] std::vector<LinkTarget> targets(const Mapped& thing, knowledge::Field field) const;

 private:
  using Things = std::vector<Mapped*>;
  using Kinds = std::span<const knowledge::Thing>;

  [[nodiscard]] Things at(std::string_view address) const;
  [[nodiscard]] LinkTarget by_reference(const Reference& reference, Kinds kinds) const;
  [[nodiscard]] LinkTarget by_alternatives(Value value, Kinds kinds, Value resource_group) const;
  [[nodiscard]] LinkTarget by_text(Value value, Kinds kinds, Value resource_group) const;
  [[nodiscard]] LinkTarget by_id(Value id, Kinds kinds) const;
  [[nodiscard]] LinkTarget below(const Reference& outer, Value name, Kinds kinds) const;
  [[nodiscard]] LinkTarget by_name(Value name, Value resource_group, Value parent_name, Kinds kinds) const;
  [[nodiscard]] Things named(Value name, Kinds kinds) const;
  [[nodiscard]] Truth is_meant(const Mapped& thing, Value name, Value resource_group,
                               Value parent_name) const;
  [[nodiscard]] Value part(Value text, std::string_view piece) const;

  ValueStore& store_;
  std::unordered_map<std::string_view, Things> by_address_;
  std::unordered_map<std::string, Things> by_bare_address_;  ///< without the keys of instances
  std::unordered_map<std::string, Things> by_name_;          ///< kind and name; kind alone: names not known
  std::unordered_map<int, Things> by_kind_;
};

/// The subscription's id in `/subscriptions/<id>/...`; empty where there is none.
[[nodiscard]] std::string_view subscription_in(std::string_view id);

/// Is a value the id of a resource group or subscription? They hold things and are none.
[[nodiscard]] bool is_scope_id(Value value);

}  // namespace smtplint::lowering
