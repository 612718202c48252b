#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::oracle {

/// Writes the values of one deployment so that those of a template and of what was compiled from it are
/// written alike: names without case, no places, resources by type and name instead of by how their names are
/// spelled.
class Canonical {
 public:
  explicit Canonical(const Shapes& shapes);

  /// Type and names of a resource.
  [[nodiscard]] std::string identity(const Resource& resource) const;
  /// Empty for what is not set.
  [[nodiscard]] std::string text(Value value) const { return text(value, 0); }

 private:
  [[nodiscard]] std::string text(Value value, unsigned depth) const;
  [[nodiscard]] std::string identity(const Resource& resource, unsigned depth) const;
  [[nodiscard]] std::string string_text(Value value, unsigned depth) const;
  [[nodiscard]] std::string container_text(Value value, unsigned depth) const;
  [[nodiscard]] std::string reference_text(const Reference& reference, unsigned depth) const;

  [[nodiscard]] std::string with_identities(std::string_view symbol, unsigned depth) const;

  std::map<std::string, const Resource*, std::less<>> by_address_;
  std::multimap<std::size_t, const Resource*> by_length_;
};

}  // namespace smtplint::oracle
