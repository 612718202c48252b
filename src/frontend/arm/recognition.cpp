#include "frontend/arm/recognition.h"

#include <algorithm>
#include <string>

#include "base/letter_case.h"
#include "frontend/arm/arm.h"
#include "frontend/deployment/json_values.h"

namespace smtplint::arm {

FileNames file_names() {
  static constexpr std::string_view globs[] = {"*.json", "*.jsonc"};
  return {globs, true};
}

DocumentKind kind_of(std::string_view head) {
  std::string text = lower_case(head);
  std::erase(text, '\0');  // UTF-16
  const auto has = [&text](std::string_view word) { return text.find(word) != std::string::npos; };
  // Templates of all scopes: `subscriptionDeploymentTemplate.json`.
  if (has("deploymenttemplate.json")) return DocumentKind::deployment_template;
  if (has("deploymentparameters.json")) return DocumentKind::parameters;
  const bool bare = has("\"contentversion\"") && !has("\"$schema\"");
  if (!bare) return DocumentKind::other;
  return has("\"resources\"") || has("\"variables\"") ? DocumentKind::deployment_template
                                                      : DocumentKind::parameters;
}

deployment::ScopeKind scope_kind_of(const json::Node* deployment_template, deployment::ScopeKind otherwise) {
  const json::Node* schema = deployment::property(deployment_template, "$schema");
  if (schema == nullptr) return otherwise;
  const std::string text = lower_case(schema->text);
  const auto has = [&text](std::string_view word) { return text.find(word) != std::string::npos; };
  if (has("subscriptiondeploymenttemplate")) return deployment::ScopeKind::subscription;
  if (has("managementgroupdeploymenttemplate")) return deployment::ScopeKind::management_group;
  if (has("tenantdeploymenttemplate")) return deployment::ScopeKind::tenant;
  return has("deploymenttemplate") ? deployment::ScopeKind::resource_group : otherwise;
}

}  // namespace smtplint::arm
