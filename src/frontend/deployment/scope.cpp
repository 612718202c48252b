#include "frontend/deployment/scope.h"

#include <string>
#include <vector>

#include "value/equality.h"
#include "value/segments.h"
#include "value/text.h"

namespace smtplint::deployment {
namespace {

/// The provider whose things management groups are.
constexpr std::string_view management = "Microsoft.Management";

/// `/`-joined words and values, texts with their pieces.
class IdText {
 public:
  IdText(ValueStore& store, Place place)
      : store_(store), builder_(store), place_(place), origin_(store.step(How::expression, place)) {}

  IdText& word(std::string_view chars) {
    builder_.derived(chars, place_, origin_);
    return *this;
  }
  IdText& value(Value value) {
    if (builder_.append(value, place_)) return *this;
    const Reason* reason = why_unknown(store_, value, place_);
    if (reason == nullptr) reason = store_.reason(ReasonKind::evaluation_error, "this is no name", place_);
    builder_.hole(reason, place_, value.provenance());
    return *this;
  }
  Value finish() { return builder_.finish(origin_); }

 private:
  ValueStore& store_;
  TextBuilder builder_;
  Place place_;
  ProvenanceId origin_;
};

Value symbol(ValueStore& store, std::string_view function, std::string_view path, Place place) {
  return store.reference(function, path, store.step(How::attribute, place, function));
}

Value subscription_name(ValueStore& store, const Scope& scope, Place place) {
  return scope.subscription.is_unset() ? symbol(store, "subscription()", "subscriptionId", place)
                                       : scope.subscription;
}

Value group_name(ValueStore& store, const Scope& scope, Place place) {
  return scope.resource_group.is_unset() ? symbol(store, "resourceGroup()", "name", place)
                                         : scope.resource_group;
}

Value management_group_name(ValueStore& store, const Scope& scope, Place place) {
  return scope.management_group.is_unset() ? symbol(store, "managementGroup()", "name", place)
                                           : scope.management_group;
}

Value subscription_id(ValueStore& store, const Scope& scope, Place place) {
  return IdText(store, place).word("/subscriptions/").value(subscription_name(store, scope, place)).finish();
}

Value group_id(ValueStore& store, const Scope& scope, Place place) {
  return IdText(store, place)
      .word("/subscriptions/")
      .value(subscription_name(store, scope, place))
      .word("/resourceGroups/")
      .value(group_name(store, scope, place))
      .finish();
}

}  // namespace

bool same_scope(const Scope& left, const Scope& right) {
  const auto same = [](Value one, Value other) {
    if (one.is_absent() || other.is_absent()) return one.is_absent() && other.is_absent();
    return same_value(one, other) == Truth::yes;
  };
  return left.kind == right.kind && same(left.subscription, right.subscription) &&
         same(left.resource_group, right.resource_group) &&
         same(left.management_group, right.management_group);
}

Value scope_id(ValueStore& store, const Scope& scope, Place place) {
  switch (scope.kind) {
    case ScopeKind::resource_group:
      return group_id(store, scope, place);
    case ScopeKind::subscription:
      return subscription_id(store, scope, place);
    case ScopeKind::management_group:
      return IdText(store, place)
          .word("/providers/")
          .word(management)
          .word("/managementGroups/")
          .value(management_group_name(store, scope, place))
          .finish();
    case ScopeKind::tenant:
      break;
  }
  return IdText(store, place).word("/").finish();
}

Value resource_group_of(ValueStore& store, const Scope& scope, Place place) {
  const std::vector<Entry> entries{
      {"id", group_id(store, scope, place), {}},
      {"name", group_name(store, scope, place), {}},
      {"location", symbol(store, "resourceGroup()", "location", place), {}},
  };
  return store.mapping(ValueType::object, entries, store.step(How::expression, place),
                       store.reason(ReasonKind::runtime_only, "resourceGroup()", place));
}

Value subscription_of(ValueStore& store, const Scope& scope, Place place) {
  const std::vector<Entry> entries{
      {"id", subscription_id(store, scope, place), {}},
      {"subscriptionId", subscription_name(store, scope, place), {}},
      {"tenantId", symbol(store, "subscription()", "tenantId", place), {}},
      {"displayName", symbol(store, "subscription()", "displayName", place), {}},
  };
  return store.mapping(ValueType::object, entries, store.step(How::expression, place),
                       store.reason(ReasonKind::runtime_only, "subscription()", place));
}

Value management_group_of(ValueStore& store, const Scope& scope, Place place) {
  const Scope own{ScopeKind::management_group, {}, {}, scope.management_group};
  const Value name = management_group_name(store, scope, place);
  const std::vector<Entry> entries{{"id", scope_id(store, own, place), {}}, {"name", name, {}}};
  return store.mapping(ValueType::object, entries, store.step(How::expression, place),
                       store.reason(ReasonKind::runtime_only, "managementGroup()", place));
}

Value tenant_of(ValueStore& store, Place place) {
  const std::vector<Entry> entries{{"tenantId", symbol(store, "tenant()", "tenantId", place), {}}};
  return store.mapping(ValueType::object, entries, store.step(How::expression, place),
                       store.reason(ReasonKind::runtime_only, "tenant()", place));
}

}  // namespace smtplint::deployment
