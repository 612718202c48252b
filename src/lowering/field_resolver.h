#pragma once

#include "lowering/linker.h"
#include "lowering/mapped.h"
#include "value/store.h"

namespace smtplint::lowering {

/// Fills the fields that nobody wrote: from the thing that they are inherited from, else by the defaults of
/// the mapping. What another deployment declares has no defaults here; it is unknown.
class FieldResolver {
 public:
  FieldResolver(MappedThings& things, const Linker& linker, ValueStore& store);

  void resolve_all();

 private:
  [[nodiscard]] Value resolve(Mapped& thing, knowledge::Field field, unsigned depth);
  [[nodiscard]] Value inherited(Mapped& thing, const knowledge::FieldMapping& mapping, unsigned depth);
  [[nodiscard]] Value by_default(const Mapped& thing, const knowledge::FieldMapping& mapping) const;

  MappedThings& things_;
  const Linker& linker_;
  ValueStore& store_;
};

}  // namespace smtplint::lowering
