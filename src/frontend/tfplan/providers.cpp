#include "frontend/tfplan/providers.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace smtplint::tfplan {
namespace {

std::string address_of(const ConfiguredProvider& provider) {
  const std::string local = joined("provider." + std::string(provider.name), provider.alias);
  return joined(provider.module, local);
}

/// Plans list providers too that are only required.
bool is_written(const ConfiguredProvider& provider) {
  return provider.expressions.length() > 0 || !provider.alias.empty();
}

/// `module.a.module.b` -> `module.a` -> nothing
std::string_view outer_module(std::string_view module) {
  const std::size_t at = module.rfind(".module.");
  return at == std::string_view::npos ? std::string_view() : module.substr(0, at);
}

class ProviderProperties final : public Properties {
 public:
  explicit ProviderProperties(std::vector<Entry> entries) : entries_(std::move(entries)) {}

  [[nodiscard]] Value get(std::string_view name) const override {
    const Entry* entry = find(name);
    return entry == nullptr ? Value() : entry->value;
  }

  [[nodiscard]] std::vector<std::string_view> names() const override {
    std::vector<std::string_view> names;
    for (const Entry& entry : entries_) names.push_back(entry.key);
    return names;
  }

  [[nodiscard]] Place name_place(std::string_view name) const override {
    const Entry* entry = find(name);
    return entry == nullptr ? Place() : entry->key_place;
  }

 private:
  [[nodiscard]] const Entry* find(std::string_view name) const {
    const auto entry = std::ranges::find(entries_, name, &Entry::key);
    return entry == entries_.end() ? nullptr : &*entry;
  }

  std::vector<Entry> entries_;
};

/// Reads what a plan says of the arguments of its providers.
class ProviderReader {
 public:
  ProviderReader(const PlanFile& plan, const Links& links, ValueStore& store)
      : plan_(plan), store_(store), reader_(plan, links, store) {}

  std::vector<Entry> arguments(const ConfiguredProvider& provider) {
    std::vector<Entry> entries;
    if (!provider.alias.empty()) {
      const ProvenanceId origin = store_.step(How::literal, plan_.place(provider.place));
      entries.push_back({"alias", store_.string(provider.alias, origin), plan_.place(provider.place)});
    }
    const auto tree = plan_.parse(provider.expressions);
    if (tree->root() == nullptr) return entries;
    for (const json::Member& member : tree->root()->members) {
      const Value value = argument(*member.value, provider);
      const std::uint32_t base = provider.expressions.begin;
      const Place place = plan_.place({base + member.name_span.begin, base + member.name_span.end});
      if (!value.is_absent()) entries.push_back({store_.keep_name(member.name), value, place});
    }
    return entries;
  }

 private:
  Value argument(const json::Node& expression, const ConfiguredProvider& provider) {
    const std::vector<std::string_view> references = distinct(references_of(&expression));
    if (provider.module.empty() && references.size() == 1 && references.front().starts_with("var.")) {
      const Value given = variable(references.front().substr(4));
      if (!given.is_absent()) return given;
    }
    Site site;
    site.base = provider.expressions.begin;
    site.owner.module = provider.module;
    site.place = plan_.place(provider.place);
    return reader_.configured(expression, site);
  }

  /// The value of a variable of the root, which the plan holds in clear.
  Value variable(std::string_view name) {
    const auto found = plan_.index.variables.find(name);
    if (found == plan_.index.variables.end() || found->second.length() == 0) return {};
    const auto tree = plan_.parse(found->second);
    if (tree->root() == nullptr) return {};
    const Value value = reader_.read({.value = tree->root()}, {.base = found->second.begin}, name);
    return plan_.index.sensitive_variables.contains(name) ? store_.as_declared_secret(value) : value;
  }

  const PlanFile& plan_;
  ValueStore& store_;
  ValueReader reader_;
};

}  // namespace

std::string provider_address(const Index& index, std::string_view key) {
  const std::size_t colon = key.find(':');
  std::string_view module = colon == std::string_view::npos ? std::string_view() : key.substr(0, colon);
  const std::string_view local = colon == std::string_view::npos ? key : key.substr(colon + 1);
  while (true) {
    const std::string wanted =
        module.empty() ? std::string(local) : std::string(module) + ":" + std::string(local);
    const auto found = index.providers.find(wanted);
    if (found != index.providers.end() && is_written(found->second)) return address_of(found->second);
    if (module.empty()) return {};
    module = outer_module(module);
  }
}

std::vector<Resource> providers_of(const PlanFile& plan, const Links& links, ValueStore& store) {
  ProviderReader reader(plan, links, store);
  std::vector<Resource> resources;
  for (const auto& [key, provider] : plan.index.providers) {
    if (!is_written(provider)) continue;
    Resource resource;
    resource.address = address_of(provider);
    resource.type = "provider." + std::string(provider.name);
    resource.name = provider.alias.empty() ? provider.name : provider.alias;
    resource.module_path = provider.module;
    resource.place = plan.place(provider.place);
    resource.properties = std::make_shared<ProviderProperties>(reader.arguments(provider));
    resources.push_back(std::move(resource));
  }
  return resources;
}

}  // namespace smtplint::tfplan
