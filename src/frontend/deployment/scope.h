#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "frontend/evaluation_limits.h"
#include "value/store.h"
#include "value/value.h"

/// What ARM templates and Bicep share: functions over evaluated values, scopes, names and ids. Knows the
/// syntax of neither.
namespace smtplint::deployment {

using Limits = EvaluationLimits;

enum class ScopeKind : std::uint8_t { resource_group, subscription, management_group, tenant };

/// Where something is deployed to. What is not said is that of the deployment as a whole, a symbol.
struct Scope {
  ScopeKind kind = ScopeKind::resource_group;
  Value subscription;      ///< its id (a GUID); absent: that of the deployment
  Value resource_group;    ///< its name; absent: that of the deployment
  Value management_group;  ///< its name; absent: that of the deployment
};

/// Whether both are known to be the same place.
[[nodiscard]] bool same_scope(const Scope& left, const Scope& right);

/// `/subscriptions/.../resourceGroups/...`, or what a scope of another kind has. The deployment's own group
/// is the symbol `resourceGroup().id`.
[[nodiscard]] Value scope_id(ValueStore& store, const Scope& scope, Place place);

/// The objects that `resourceGroup()`, `subscription()`, `managementGroup()` and `tenant()` give.
[[nodiscard]] Value resource_group_of(ValueStore& store, const Scope& scope, Place place);
[[nodiscard]] Value subscription_of(ValueStore& store, const Scope& scope, Place place);
[[nodiscard]] Value management_group_of(ValueStore& store, const Scope& scope, Place place);
[[nodiscard]] Value tenant_of(ValueStore& store, Place place);

}  // namespace smtplint::deployment
