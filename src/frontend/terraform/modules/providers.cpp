#include "frontend/terraform/modules/providers.h"

namespace smtplint::terraform {
namespace {

/// `azurerm.west`, as resources and module calls name a provider.
std::string local_name(const ProviderDeclaration& provider) {
  std::string name(provider.name);
  if (!provider.type.empty()) name += "." + std::string(provider.type);
  return name;
}

/// What the call hands to a module under a name; empty where it names nothing.
std::string handed_on(const ModuleInstance& module, std::string_view name) {
  const AttributeRef given = static_cast<const CallDeclaration*>(module.call->configured)->providers;
  if (!given.written()) return {};
  for (const hcl::ObjectItem& item : given.attribute->value->items) {
    if (item.key == nullptr || item.value == nullptr) continue;
    if (keyword_text(*given.document, *item.key) == name) return keyword_text(*given.document, *item.value);
  }
  return {};
}

}  // namespace

std::string provider_address(const ModuleInstance& module, const ProviderDeclaration& provider) {
  const std::string path = module.address.empty() ? "" : std::string(module.address) + ".";
  return path + "provider." + local_name(provider);
}

std::string Providers::resolve(const ModuleInstance& module, std::string_view wanted) const {
  const ModuleInstance* at = &module;
  std::string name(wanted);
  while (true) {
    if (at->source != nullptr) {
      for (const ProviderDeclaration& provider : at->source->providers) {
        if (local_name(provider) == name) return provider_address(*at, provider);
      }
    }
    if (at->parent == nullptr) return {};
    const std::string given = handed_on(*at, name);
    const bool inherits = name.find('.') == std::string::npos;
    if (given.empty() && !inherits) return {};
    if (!given.empty()) name = given;
    at = at->parent;
  }
}

const std::string& Providers::of(const ModuleInstance& module, const ResourceDeclaration& resource) {
  std::string name(resource.type.substr(0, resource.type.find('_')));
  if (resource.provider.written()) {
    const std::string named = keyword_text(*resource.provider.document, *resource.provider.attribute->value);
    if (!named.empty()) name = named;
  }
  const auto [entry, added] = resolved_.try_emplace({&module, name});
  if (added) entry->second = resolve(module, name);
  return entry->second;
}

}  // namespace smtplint::terraform
