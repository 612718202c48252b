#include "frontend/bicep/registry.h"

#include <algorithm>

#include "base/path.h"
#include "frontend/deployment/json_values.h"

namespace smtplint::bicep {
namespace {

constexpr std::string_view configuration_name = "bicepconfig.json";
constexpr std::uint64_t largest_configuration = 1u << 20u;
constexpr std::uint32_t configuration_nesting = 64;

/// What the configuration nearest upwards from a file says.
struct Configuration {
  Value whole;
  std::string folder;
};

Configuration configuration_for(std::string_view from, const FileSystem& files, ValueStore& store) {
  for (std::string folder(folder_of(from));; folder = std::string(folder_of(folder))) {
    const std::string path =
        folder.empty() ? std::string(configuration_name) : folder + "/" + std::string(configuration_name);
    if (const auto text = files.read(path, largest_configuration); text.ok()) {
      return {
          deployment::read_json(store, store.string(*text), configuration_nesting, configuration_name, {}),
          folder};
    }
    if (folder.empty()) return {};
  }
}

Value member(Value object, std::string_view name) {
  return object.is_mapping() ? object.find_ignoring_case(name) : Value();
}

std::string text_at(Value object, std::string_view name) {
  const Value found = member(object, name);
  return found.is(ValueType::string) ? std::string(found.text().chars) : std::string();
}

/// Registry and path before what an alias stands for; `public` is known to the compiler itself.
std::string alias_named(std::string_view name, const Configuration& configuration) {
  const Value found = member(member(member(configuration.whole, "moduleAliases"), "br"), name);
  const std::string registry = text_at(found, "registry"), path = text_at(found, "modulePath");
  if (!registry.empty()) return registry + "/" + path + (path.empty() ? "" : "/");
  return name == "public" ? "mcr.microsoft.com/bicep/" : std::string();
}

std::string configured_cache(const Configuration& configuration) {
  const std::string root = text_at(configuration.whole, "cacheRootDirectory");
  return root.empty() ? root : join_path(configuration.folder, root).value_or("");
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

std::optional<RegistryReference> registry_reference(std::string_view source, std::string_view from,
                                                    const FileSystem& files, ValueStore& store) {
  const bool written_out = source.starts_with("br:");
  if ((!written_out && !source.starts_with("br/")) || source.find("..") != std::string_view::npos)
    return std::nullopt;
  source.remove_prefix(3);
  const Configuration configuration = configuration_for(from, files, store);
  std::string whole(source);
  if (!written_out) {
    const std::size_t colon = source.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string alias = alias_named(source.substr(0, colon), configuration);
    if (alias.empty()) return std::nullopt;
    whole = alias + std::string(source.substr(colon + 1));
  }
  auto reference = parts_of(whole);
  if (reference) reference->cache = configured_cache(configuration);
  return reference;
}

}  // namespace smtplint::bicep
