#include "frontend/bicep/registry.h"

#include <algorithm>

#include "base/path.h"
#include "frontend/deployment/json_values.h"
#include "value/store.h"

namespace smtplint::bicep {
namespace {

constexpr std::string_view configuration_name = "bicepconfig.json";
constexpr std::uint64_t largest_configuration = 1u << 20u;
constexpr std::uint32_t configuration_nesting = 64;

Value member(Value object, std::string_view name) {
  return object.is_mapping() ? object.find_ignoring_case(name) : Value();
}

std::string text_at(Value object, std::string_view name) {
  const Value found = member(object, name);
  return found.is(ValueType::string) ? std::string(found.text().chars) : std::string();
}

/// `mcr.microsoft.com/bicep/avm/res/web/site:0.19.0`, or with a digest behind `@`.
std::optional<RegistryReference> parts_of(std::string_view whole) {
  const std::size_t slash = whole.find('/');
  const std::size_t at = std::min(whole.find('@'), whole.rfind(':'));
  if (slash == std::string_view::npos || at == std::string_view::npos) return std::nullopt;
  if (slash + 1 >= at || at + 1 >= whole.size()) return std::nullopt;
  return RegistryReference{std::string(whole.substr(0, slash)),
                           std::string(whole.substr(slash + 1, at - slash - 1)),
                           std::string(whole.substr(at + 1)),
                           {}};
}

}  // namespace

std::string RegistryReference::text() const {
  return "br:" + registry + "/" + path + (version.find(':') == std::string::npos ? ":" : "@") + version;
}

std::string RegistryReference::cached_file() const {
  std::string folder = path, tag = version;
  std::ranges::replace(folder, '/', '$');
  std::ranges::replace(tag, ':', '#');
  return "br/" + registry + "/" + folder + "/" + tag + "$/main.json";
}

Registries::Configuration Registries::read(std::string_view text, const std::string& folder) const {
  ValueStore store;
  const Value whole =
      deployment::read_json(store, store.string(text), configuration_nesting, configuration_name, {});
  Configuration configuration;
  const Value aliases = member(member(whole, "moduleAliases"), "br");
  if (aliases.is_mapping()) {
    for (const Entry& alias : aliases.entries()) {
      const std::string registry = text_at(alias.value, "registry"),
                        path = text_at(alias.value, "modulePath");
      if (!registry.empty())
        configuration.aliases[std::string(alias.key)] = registry + "/" + path + (path.empty() ? "" : "/");
    }
  }
  const std::string cache = text_at(whole, "cacheRootDirectory");
  if (!cache.empty()) configuration.cache = join_path(folder, cache).value_or("");
  return configuration;
}

const Registries::Configuration& Registries::configuration_of(const std::string& folder) {
  const auto known = known_.find(folder);
  if (known != known_.end()) return known->second;
  const std::string path = (folder.empty() ? "" : folder + "/") + std::string(configuration_name);
  Configuration configuration;
  if (const auto text = files_.read(path, largest_configuration); text.ok()) {
    configuration = read(*text, folder);
  } else if (!folder.empty()) {
    configuration = configuration_of(std::string(folder_of(folder)));
  }
  // The one that the compiler itself knows.
  configuration.aliases.emplace("public", "mcr.microsoft.com/bicep/");
  return known_.emplace(folder, std::move(configuration)).first->second;
}

std::optional<RegistryReference> Registries::reference(std::string_view source, std::string_view from) {
  const bool written_out = source.starts_with("br:");
  if ((!written_out && !source.starts_with("br/")) || source.find("..") != std::string_view::npos)
    return std::nullopt;
  source.remove_prefix(3);
  const Configuration& configuration = configuration_of(std::string(folder_of(from)));
  std::string whole(source);
  if (!written_out) {
    const std::size_t colon = source.find(':');
    const auto alias = configuration.aliases.find(source.substr(0, colon));
    if (colon == std::string_view::npos || alias == configuration.aliases.end()) return std::nullopt;
    whole = alias->second + std::string(source.substr(colon + 1));
  }
  auto reference = parts_of(whole);
  if (reference) reference->cache = configuration.cache;
  return reference;
}

}  // namespace smtplint::bicep
