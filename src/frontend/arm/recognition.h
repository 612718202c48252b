#pragma once

#include <cstdint>
#include <string_view>

#include "frontend/deployment/scope.h"
#include "syntax/json/tree.h"

namespace smtplint::arm {

enum class DocumentKind : std::uint8_t { other, deployment_template, parameters };

/// What the first bytes of a file say that it is.
[[nodiscard]] DocumentKind kind_of(std::string_view head);

/// `/subscriptions/...` for a `subscriptionDeploymentTemplate.json`, and so on.
[[nodiscard]] deployment::ScopeKind scope_kind_of(const json::Node* deployment_template,
                                                  deployment::ScopeKind otherwise);

}  // namespace smtplint::arm
