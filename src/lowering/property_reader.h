#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "knowledge/property_path.h"
#include "resource/resource.h"
#include "value/store.h"

namespace smtplint::lowering {

/// The properties of a part of a resource: an object that stands inside it.
[[nodiscard]] std::shared_ptr<const Properties> properties_of(Value object, Place place);

/// Follows property paths through a resource, in the way of its dialect: over a list, a name means the
/// property of the first element (that is how blocks are written); names of the ARM dialect compare without
/// case.
class PropertyReader {
 public:
  PropertyReader(const Properties& properties, Dialect dialect, ValueStore& store)
      : properties_(properties), dialect_(dialect), store_(store) {}

  /// Absent where nothing is written; unknown where something on the way is. A path that may find many
  /// values gives a tuple of those found, which has a `rest` where there may be more.
  [[nodiscard]] Value read(const knowledge::PropertyPath& path) const;
  /// A property of the top.
  [[nodiscard]] Value get(std::string_view name) const;
  [[nodiscard]] const Properties& properties() const { return properties_; }

 private:
  struct Walk {
    const knowledge::PropertyPath& path;
    std::vector<Value> found;
    const Reason* rest = nullptr;
  };

  void follow(Value value, std::size_t step, Walk& walk) const;
  void follow_name(Value value, std::size_t step, Walk& walk) const;
  void follow_all(Value value, std::size_t step, Walk& walk) const;
  void follow_selected(Value value, std::size_t step, Walk& walk) const;
  void unreadable(Walk& walk) const;
  void not_known(Value unknown, Walk& walk) const;
  [[nodiscard]] Value property(Value mapping, std::string_view name) const;

  const Properties& properties_;
  Dialect dialect_;
  ValueStore& store_;
};

/// Written at all: neither null nor an empty text or list, which all mean "not set" to the providers.
[[nodiscard]] bool is_present(Value value);

}  // namespace smtplint::lowering
