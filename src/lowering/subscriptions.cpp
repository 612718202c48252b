#include "lowering/subscriptions.h"

#include <array>
#include <utility>

#include "base/letter_case.h"
#include "lowering/property_reader.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;
using model::SubscriptionEvidence;

constexpr std::array<std::pair<Field, SubscriptionEvidence::Kind>, 4> evidence_fields{{
    {Field::billing_scope, SubscriptionEvidence::Kind::billing_scope},
    {Field::subscription_workload, SubscriptionEvidence::Kind::workload},
    {Field::quota_id, SubscriptionEvidence::Kind::quota_id},
    {Field::offer, SubscriptionEvidence::Kind::offer},
}};

std::string literal_key(std::string_view id) { return "id:" + lower_case(id); }

/// Equal for what is surely the same subscription; empty where nothing can be said.
std::string key_of(Value id) {
  if (const auto text = known_text(id)) return literal_key(*text);
  if (id.is(ValueType::reference)) {
    return "of:" + std::string(id.reference().address) + "." + std::string(id.reference().path);
  }
  if (id.is_unknown() && id.reason().kind == ReasonKind::no_value) {
    const Reason& reason = id.reason();
    return "value:" + std::string(reason.name) + "@" +
           std::to_string(static_cast<unsigned>(reason.place.source)) + ":" +
           std::to_string(reason.place.span.begin);
  }
  return {};
}

model::Cloud cloud_named(Value value) {
  if (!is_present(value)) return model::Cloud::global;
  const auto text = known_text(value);
  if (!text) return model::Cloud::unknown;
  if (*text == "china") return model::Cloud::china;
  if (*text == "us-government") return model::Cloud::us_government;
  return *text == "global" ? model::Cloud::global : model::Cloud::unknown;
}

bool is_aliased(const Mapped& provider) { return is_present(provider[Field::name]); }

}  // namespace

SubscriptionIndex::SubscriptionIndex(MappedThings& things, const Linker& linker, model::Model& model)
    : things_(things), model_(model) {
  model_.subscriptions.emplace_back();
  for (const bool aliased : {false, true}) {
    for (const Mapped& thing : things_) {
      if (thing.thing() == Thing::provider && is_aliased(thing) == aliased) add_provider(thing);
    }
  }
  for (const Mapped& thing : things_) {
    if (thing.thing() == Thing::subscription) add_evidence(thing, linker);
  }
}

SubscriptionIndex::Id SubscriptionIndex::add(std::string reference, Value id, Place place) {
  model::Subscription& subscription = model_.subscriptions.emplace_back();
  subscription.reference = std::move(reference);
  subscription.id = id;
  subscription.place = place;
  return Id(model_.subscriptions.size() - 1);
}

void SubscriptionIndex::add_provider(const Mapped& provider) {
  const model::Cloud cloud = cloud_named(provider[Field::cloud]);
  const Id chosen = chosen_for(provider, cloud);
  by_provider_.emplace(provider.resource->address, chosen);
  model::Subscription& subscription = model_.subscriptions[chosen.index()];
  subscription.providers.push_back(provider.resource->address);
  if (cloud != model::Cloud::global) subscription.cloud = cloud;
}

/// Those that name no subscription share the default one, unless they reach different clouds.
SubscriptionIndex::Id SubscriptionIndex::chosen_for(const Mapped& provider, model::Cloud cloud) {
  const Value id = provider[Field::subscription_id];
  const std::string key = is_present(id) ? key_of(id) : std::string();
  const auto known = key.empty() ? by_key_.end() : by_key_.find(key);
  if (known != by_key_.end()) return known->second;
  const model::Subscription& common = model_.subscriptions.front();
  const bool first = !is_aliased(provider) && common.providers.empty();
  const bool elsewhere = !first && common.cloud != cloud;
  Id chosen(0);
  if (elsewhere || (is_present(id) && (is_aliased(provider) || default_is_named_))) {
    chosen = add(provider.resource->address, id, provider.place);
  } else if (is_present(id)) {
    default_is_named_ = true;
    model_.subscriptions.front().id = id;
    model_.subscriptions.front().place = provider.place;
  }
  if (!key.empty()) by_key_.emplace(key, chosen);
  return chosen;
}

SubscriptionIndex::Id SubscriptionIndex::declared(const Mapped& subscription, const Linker& linker) {
  for (const auto& [key, id] : by_key_) {
    const Value named = model_[id].id;
    const Thing kind = Thing::subscription;
    if (named.is(ValueType::reference) && linker.resolve(named, {&kind, 1}, {}).thing == &subscription)
      return id;
  }
  const Value id = subscription[Field::subscription_id];
  if (subscription.existing && (!is_present(id) || id.is_unknown())) return of(subscription);
  const std::string key = is_present(id) ? key_of(id) : std::string();
  const auto known = key.empty() ? by_key_.end() : by_key_.find(key);
  if (known != by_key_.end()) return known->second;
  if (subscription.existing && id.defaulted()) return of(subscription);
  const Id added = add(subscription.resource->address, id, subscription.place);
  if (!key.empty()) by_key_.emplace(key, added);
  return added;
}

void SubscriptionIndex::add_evidence(const Mapped& subscription, const Linker& linker) {
  const Id id = declared(subscription, linker);
  for (const auto& [field, kind] : evidence_fields) {
    const Value value = subscription[field];
    if (!is_present(value) || (subscription.existing && value.is_unknown())) continue;
    model_.subscriptions[id.index()].evidence.push_back({kind, value, subscription.place});
  }
}

SubscriptionIndex::Id SubscriptionIndex::of(const Mapped& thing) {
  const Value scope = thing[Field::resource_group];
  if (scope.is(ValueType::string)) {
    const Id named = of_id(scope.text().chars);
    if (named.valid()) return named;
  }
  const auto known = by_provider_.find(thing.resource->provider);
  return known == by_provider_.end() ? Id(0) : known->second;
}

SubscriptionIndex::Id SubscriptionIndex::of_id(std::string_view id) {
  const std::string_view literal = subscription_in(id);
  if (literal.empty()) return {};
  const std::string key = literal_key(literal);
  const auto known = by_key_.find(key);
  if (known != by_key_.end()) return known->second;
  return by_key_.emplace(key, add(std::string(literal), {}, {})).first->second;
}

}  // namespace smtplint::lowering
