#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "lowering/linker.h"
#include "lowering/mapped.h"
#include "model/model.h"

namespace smtplint::lowering {

/// Which subscription each thing belongs to. The first of the model is the default one: that of the providers
/// without alias, and of all that names no other.
class SubscriptionIndex {
 public:
  SubscriptionIndex(MappedThings& things, const Linker& linker, model::Model& model);

  [[nodiscard]] model::Id<model::Subscription> of(const Mapped& thing);
  /// That of `/subscriptions/<id>/...`; none where the text names none.
  [[nodiscard]] model::Id<model::Subscription> of_id(std::string_view id);

 private:
  using Id = model::Id<model::Subscription>;

  void add_provider(const Mapped& provider);
  [[nodiscard]] Id chosen_for(const Mapped& provider, model::Cloud cloud);
  void add_evidence(const Mapped& subscription, const Linker& linker);
  [[nodiscard]] Id declared(const Mapped& subscription, const Linker& linker);
  [[nodiscard]] Id add(std::string reference, Value id, Place place);

  MappedThings& things_;
  model::Model& model_;
  std::unordered_map<std::string, Id> by_key_;
  std::unordered_map<std::string, Id> by_provider_;
  bool default_is_named_ = false;
};

}  // namespace smtplint::lowering
