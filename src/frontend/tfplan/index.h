#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/span.h"
#include "syntax/json/tree.h"

/// Plans and states as `terraform show -json` writes them. A plan may have hundreds of megabytes: one pass
/// over it notes where its parts stand, and what is asked for is read then.
namespace smtplint::tfplan {

/// A resource or data source of the plan. Parts that are not there have an empty span.
struct ListedResource {
  std::string_view address;
  std::string_view mode;
  std::string_view type;
  std::string_view name;
  Span place;      ///< of the address
  Span values;     ///< what is known of it when it is applied
  Span unknown;    ///< of the same shape: `true` where a value is not known
  Span sensitive;  ///< of the same shape: `true` where a value is sensitive
  Span before;     ///< what a change replaces
};

struct ConfiguredResource {
  std::string_view provider;  ///< a key of the providers
  Span expressions;
};

struct ConfiguredModule;

struct ConfiguredCall {
  Span expressions;
  const ConfiguredModule* module = nullptr;
};

/// What one module of the configuration declares, without keys of instances.
struct ConfiguredModule {
  std::map<std::string_view, ConfiguredResource>
      resources;  ///< by `azurerm_subnet.a`, `data.azurerm_subnet.a`
  std::map<std::string_view, ConfiguredCall> calls;
  std::map<std::string_view, Span> outputs;
};

struct ConfiguredProvider {
  std::string_view name;
  std::string_view alias;
  std::string_view module;  ///< `module.net`, empty in the root
  Span place;               ///< of its key
  Span expressions;
};

/// Where everything stands in a plan. All views and spans are in its text or live as long as the index.
struct Index {
  std::string_view format_version;
  bool state = false;    ///< not a plan: all values are known
  bool errored = false;  ///< planning ended before all was planned
  std::deque<ListedResource> changes;
  std::deque<ListedResource> planned;              ///< that no change is said of; of a state: what it holds
  std::deque<ListedResource> prior;                ///< data sources that were read before
  std::map<std::string_view, Span> variables;      ///< values of the root's variables
  std::set<std::string_view> sensitive_variables;  ///< of the root
  std::map<std::string_view, ConfiguredProvider> providers;
  std::deque<ConfiguredModule> modules;  ///< the root comes first; empty without configuration
  std::unique_ptr<std::pmr::monotonic_buffer_resource> texts;
  std::optional<json::SyntaxError> fault;  ///< the rest of the text was not read
};

/// The text must outlive the index.
[[nodiscard]] Index index_of(std::string_view text, std::uint32_t deepest);

}  // namespace smtplint::tfplan
