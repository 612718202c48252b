#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "value/store.h"
#include "value/value.h"

namespace smtplint::deployment {

/// `a/b/c` as its segments, each with its pieces. A text whose segments cannot be told apart is one.
[[nodiscard]] std::vector<Value> name_segments(ValueStore& store, Value name, std::size_t wanted);

/// `Microsoft.Web/sites/slots` and its names: `Microsoft.Web/sites/shop/slots/staging`.
[[nodiscard]] std::string address_of(std::string_view type, std::span<const std::string> names);

/// The id of a resource: that of its scope, `/providers/`, and type and names in turn.
[[nodiscard]] Value resource_id_text(ValueStore& store, Value scope, std::string_view type,
                                     std::span<const Value> names, ProvenanceId origin);

/// The resources that a deployment declares, by type and names. Names that are not known are the same where
/// they are unknown for the same reason in the same place.
class DeclaredResources {
 public:
  void add(std::string_view type, std::span<const Value> names, std::string address);
  /// The address; empty where there is none, or more than one.
  [[nodiscard]] std::string find(std::string_view type, std::span<const Value> names) const;

 private:
  [[nodiscard]] static std::string key_of(std::string_view type, std::span<const Value> names);

  std::unordered_map<std::string, std::string> by_key_;
};

}  // namespace smtplint::deployment
