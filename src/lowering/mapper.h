#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "knowledge/mapping.h"
#include "lowering/decoders.h"
#include "lowering/mapped.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::lowering {

/// Finds the mappings of resources and reads what they say. Own fields only: attachments, links and defaults
/// come after, when all things are known.
class Mapper {
 public:
  Mapper(const std::vector<knowledge::Mapping>& mappings, ValueStore& store,
         const Decoders* decoders = nullptr);

  [[nodiscard]] MappedThings map(const std::vector<Resource>& resources);
  /// Ids of the mappings that matched a resource.
  [[nodiscard]] const std::unordered_set<std::string>& present() const { return present_; }

 private:
  struct Candidate {
    const knowledge::Mapping* mapping;
    const knowledge::Match* match;
  };

  void map_resource(const Resource& resource, MappedThings& things);
  [[nodiscard]] bool map_as(const Resource& resource, Candidate candidate, MappedThings& things);
  void map_contained(Mapped& outer, unsigned depth, MappedThings& things);
  void map_objects(Value value, const std::string& path, const knowledge::Contains& contains, Mapped& outer,
                   unsigned depth, MappedThings& things);
  void read_fields(Mapped& thing);
  [[nodiscard]] const knowledge::Mapping* mapping(std::string_view id) const;

  const std::vector<knowledge::Mapping>& mappings_;
  ValueStore& store_;
  const Decoders* decoders_;
  std::unordered_map<std::string, std::vector<Candidate>> by_type_;
  std::unordered_set<std::string> present_;
};

/// Whether the resource is what a match describes; the type is taken as compared.
[[nodiscard]] Truth fits(const Resource& resource, const knowledge::Match& match, ValueStore& store);

}  // namespace smtplint::lowering
