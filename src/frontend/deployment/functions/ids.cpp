#include <algorithm>

#include "frontend/deployment/functions/computations.h"
#include "frontend/deployment/names.h"
#include "frontend/deployment/scope.h"

namespace smtplint::deployment::functions {
namespace {

/// Where in the arguments the type stands: the first text with a `/` that is no id.
std::optional<std::size_t> type_at(const Call& call) {
  for (std::size_t i = 0; i < call.count() && i < 3; ++i) {
    const Value value = call.arguments[i];
    const bool type = value.is(ValueType::string) && !value.text().has_holes() &&
                      value.text().chars.find('/') != std::string_view::npos &&
                      !value.text().chars.starts_with('/');
    if (type) return i;
  }
  return std::nullopt;
}

struct NamedResource {
  std::string_view type;
  std::vector<Value> names;
};

/// The type and the names that stand behind it; nothing where they do not fit to each other.
std::optional<NamedResource> named(const Call& call, std::size_t at) {
  std::string_view type = call.chars(at);
  while (type.ends_with('/')) type.remove_suffix(1);
  NamedResource found{type,
                      {call.arguments.begin() + static_cast<std::ptrdiff_t>(at) + 1, call.arguments.end()}};
  const auto parts = static_cast<std::size_t>(std::ranges::count(type, '/'));
  if (parts == 0 || found.names.size() != parts) return std::nullopt;
  return found;
}

Value id_in(Call& call, const Scope& scope, bool own) {
  const std::optional<std::size_t> at = type_at(call);
  if (!at) return call.unknown_because(call.arguments[0]);
  const std::optional<NamedResource> resource = named(call, *at);
  if (!resource) return call.refuse();
  if (own && call.context.declared) {
    const Value declared = call.context.declared(resource->type, resource->names);
    if (declared.is(ValueType::reference)) {
      return call.store().reference(declared.reference().address, "id", call.origin());
    }
  }
  return resource_id_text(call.store(), scope_id(call.store(), scope, call.place()), resource->type,
                          resource->names, call.origin());
}

}  // namespace

Value resource_id(Call& call) {
  const std::optional<std::size_t> at = type_at(call);
  if (!at) return call.unknown_because(call.arguments[0]);
  Scope scope = call.context.scope;
  if (*at > 0) scope.resource_group = call.arguments[*at - 1];
  if (*at > 1) scope.subscription = call.arguments[0];
  const bool own_kind = scope.kind == ScopeKind::resource_group || *at > 0;
  if (own_kind) scope.kind = ScopeKind::resource_group;
  return id_in(call, scope, *at == 0);
}

Value subscription_resource_id(Call& call) {
  Scope scope = call.context.scope;
  scope.kind = ScopeKind::subscription;
  const std::optional<std::size_t> at = type_at(call);
  if (at && *at > 0) scope.subscription = call.arguments[0];
  return id_in(call, scope, call.context.scope.kind == ScopeKind::subscription && at && *at == 0);
}

Value tenant_resource_id(Call& call) { return id_in(call, {ScopeKind::tenant, {}, {}, {}}, true); }

Value management_group_resource_id(Call& call) {
  Scope scope = call.context.scope;
  scope.kind = ScopeKind::management_group;
  const std::optional<std::size_t> at = type_at(call);
  if (at && *at > 0) scope.management_group = call.arguments[0];
  return id_in(call, scope, call.context.scope.kind == ScopeKind::management_group && at && *at == 0);
}

Value extension_resource_id(Call& call) {
  const std::optional<NamedResource> resource =
      call.count() > 1 && call.arguments[1].is(ValueType::string) ? named(call, 1) : std::nullopt;
  if (!resource) return call.refuse();
  if (call.context.declared) {
    const Value declared = call.context.declared(resource->type, resource->names);
    if (declared.is(ValueType::reference))
      return call.store().reference(declared.reference().address, "id", call.origin());
  }
  return resource_id_text(call.store(), call.arguments[0], resource->type, resource->names, call.origin());
}

Value resource_group(Call& call) { return resource_group_of(call.store(), call.context.scope, call.place()); }

Value subscription(Call& call) { return subscription_of(call.store(), call.context.scope, call.place()); }

Value management_group(Call& call) {
  return management_group_of(call.store(), call.context.scope, call.place());
}

Value environment(Call& call) {
  return call.store().reference("environment()", "", call.store().step(How::attribute, call.place()));
}

Value tenant(Call& call) { return tenant_of(call.store(), call.place()); }

}  // namespace smtplint::deployment::functions
