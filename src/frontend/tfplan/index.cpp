#include "frontend/tfplan/index.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>
#include <vector>

#include "syntax/json/events.h"

namespace smtplint::tfplan {
namespace {

enum class Part : std::uint8_t {
  other,
  document,
  values,
  prior_state,
  module,
  modules,
  resources,
  resource,
  changes,
  changed,
  change,
  configuration,
  providers,
  provider,
  configured_module,
  configured_resources,
  configured_resource,
  calls,
  call,
  outputs,
  output,
  variables,
  variable,
  declared_variables,
  declared_variable,
};

/// Which part stands in which other under a name; without one: each element or property.
struct Edge {
  Part outer;
  std::string_view name;
  Part inner;
};

constexpr std::array edges{
    Edge{Part::document, "planned_values", Part::values},
    Edge{Part::document, "values", Part::values},
    Edge{Part::document, "prior_state", Part::prior_state},
    Edge{Part::prior_state, "values", Part::values},
    Edge{Part::values, "root_module", Part::module},
    Edge{Part::module, "resources", Part::resources},
    Edge{Part::resources, "", Part::resource},
    Edge{Part::module, "child_modules", Part::modules},
    Edge{Part::modules, "", Part::module},
    Edge{Part::document, "resource_changes", Part::changes},
    Edge{Part::changes, "", Part::changed},
    Edge{Part::changed, "change", Part::change},
    Edge{Part::document, "configuration", Part::configuration},
    Edge{Part::configuration, "provider_config", Part::providers},
    Edge{Part::providers, "", Part::provider},
    Edge{Part::configuration, "root_module", Part::configured_module},
    Edge{Part::configured_module, "resources", Part::configured_resources},
    Edge{Part::configured_resources, "", Part::configured_resource},
    Edge{Part::configured_module, "module_calls", Part::calls},
    Edge{Part::calls, "", Part::call},
    Edge{Part::call, "module", Part::configured_module},
    Edge{Part::configured_module, "outputs", Part::outputs},
    Edge{Part::outputs, "", Part::output},
    Edge{Part::configured_module, "variables", Part::declared_variables},
    Edge{Part::declared_variables, "", Part::declared_variable},
    Edge{Part::document, "variables", Part::variables},
    Edge{Part::variables, "", Part::variable},
};

Part part_below(Part outer, std::string_view name) {
  if (outer == Part::other) return Part::other;
  const auto edge = std::ranges::find_if(
      edges, [&](const Edge& one) { return one.outer == outer && (one.name.empty() || one.name == name); });
  return edge == edges.end() ? Part::other : edge->inner;
}

class Indexer final : public json::EventHandler {
 public:
  explicit Indexer(std::string_view text, Index& index) : text_(text), index_(index) {}

  void name(std::string_view decoded, Span place) override {
    name_ = open_.back().part == Part::other ? std::string_view() : kept(decoded, place);
    name_place_ = place;
  }

  void open(json::NodeKind, std::uint32_t at) override {
    const Part outer = open_.empty() ? Part::other : open_.back().part;
    const Part part = open_.empty() ? Part::document : part_below(outer, name_);
    open_.push_back({part, span_of(outer, name_), at});
    enter(part, outer);
  }

  void close(std::uint32_t end) override {
    const Opened closed = open_.back();
    open_.pop_back();
    if (closed.span != nullptr) *closed.span = {closed.begin, end};
    if (closed.part == Part::configured_module) modules_.pop_back();
    if (closed.part == Part::call) calls_.pop_back();
    const bool was_prior = closed.part == Part::resource && list_ == &index_.prior;
    if (was_prior && list_->back().mode != "data") list_->pop_back();
    if (closed.part == Part::configured_resource && !modules_.empty()) {
      modules_.back()->resources.emplace(configured_address_, configured_);
    }
  }

  void scalar(json::NodeKind kind, std::string_view text, Span place) override {
    if (open_.empty() || open_.back().part == Part::other) return;
    const Part outer = open_.back().part;
    if (Span* const span = span_of(outer, name_)) *span = place;
    if (kind == json::NodeKind::boolean && text == "true") take_flag(outer);
    if (kind != json::NodeKind::string) return;
    const Span content{place.begin + 1, place.end - 1};
    if (std::string_view* const target = text_of(outer, name_)) *target = kept(text, content);
    const bool lists = outer == Part::resource || outer == Part::changed;
    if (lists && name_ == "address") list_->back().place = content;
  }

 private:
  struct Opened {
    Part part = Part::other;
    Span* span = nullptr;  ///< that is to hold where it stands
    std::uint32_t begin = 0;
  };

  void take_flag(Part outer) {
    if (outer == Part::document && name_ == "errored") index_.errored = true;
    const bool of_root = outer == Part::declared_variable && modules_.size() == 1;
    if (of_root && name_ == "sensitive") index_.sensitive_variables.insert(declared_);
  }

  void enter(Part part, Part outer) {
    switch (part) {
      case Part::values:
        list_ = outer == Part::prior_state ? &index_.prior : &index_.planned;
        if (outer == Part::document && name_ == "values") index_.state = true;
        break;
      case Part::changes:
        list_ = &index_.changes;
        break;
      case Part::resource:
      case Part::changed:
        list_->emplace_back();
        break;
      case Part::provider:
        provider_ = &index_.providers[name_];
        provider_->place = name_place_;
        break;
      case Part::configured_module:
        modules_.push_back(&index_.modules.emplace_back());
        if (outer == Part::call) calls_.back()->module = modules_.back();
        break;
      case Part::configured_resource:
        configured_ = {};
        configured_address_ = {};
        break;
      case Part::call:
        calls_.push_back(&modules_.back()->calls[name_]);
        break;
      case Part::output:
        output_ = &modules_.back()->outputs[name_];
        break;
      case Part::variable:
        variable_ = &index_.variables[name_];
        break;
      case Part::declared_variable:
        declared_ = name_;
        break;
      default:
        break;
    }
  }

  /// Whose place is asked for, whatever stands there.
  Span* span_of(Part outer, std::string_view name) {
    switch (outer) {
      case Part::resource:
        if (name == "values") return &list_->back().values;
        if (name == "sensitive_values") return &list_->back().sensitive;
        break;
      case Part::change:
        if (name == "before") return &list_->back().before;
        if (name == "after") return &list_->back().values;
        if (name == "after_unknown") return &list_->back().unknown;
        if (name == "after_sensitive") return &list_->back().sensitive;
        break;
      case Part::provider:
        if (name == "expressions") return &provider_->expressions;
        break;
      case Part::configured_resource:
        if (name == "expressions") return &configured_.expressions;
        break;
      case Part::call:
        if (name == "expressions") return &calls_.back()->expressions;
        break;
      case Part::output:
        if (name == "expression") return output_;
        break;
      case Part::variable:
        if (name == "value") return variable_;
        break;
      default:
        break;
    }
    return nullptr;
  }

  std::string_view* text_of(Part outer, std::string_view name) {
    switch (outer) {
      case Part::document:
        if (name == "format_version") return &index_.format_version;
        break;
      case Part::resource:
      case Part::changed:
        if (name == "address") return &list_->back().address;
        if (name == "mode") return &list_->back().mode;
        if (name == "type") return &list_->back().type;
        if (name == "name") return &list_->back().name;
        break;
      case Part::provider:
        if (name == "name") return &provider_->name;
        if (name == "alias") return &provider_->alias;
        if (name == "module_address") return &provider_->module;
        break;
      case Part::configured_resource:
        if (name == "address") return &configured_address_;
        if (name == "provider_config_key") return &configured_.provider;
        break;
      default:
        break;
    }
    return nullptr;
  }

  /// Most texts stand in the plan as they are meant.
  std::string_view kept(std::string_view decoded, Span written) {
    if (decoded.size() == written.length()) return text_.substr(written.begin, written.length());
    auto* const copy = static_cast<char*>(index_.texts->allocate(decoded.size() + 1, 1));
    std::ranges::copy(decoded, copy);
    return {copy, decoded.size()};
  }

  std::string_view text_;
  Index& index_;
  std::vector<Opened> open_;
  std::string_view name_;
  Span name_place_;
  std::deque<ListedResource>* list_ = nullptr;
  ConfiguredProvider* provider_ = nullptr;
  ConfiguredResource configured_;
  std::string_view configured_address_;
  std::vector<ConfiguredModule*> modules_;
  std::vector<ConfiguredCall*> calls_;
  Span* output_ = nullptr;
  Span* variable_ = nullptr;
  std::string_view declared_;
};

/// What is planned stands among the changes too, where it is said what of it is not known. Where the text
/// breaks off before them, what is missing could be either.
void drop_changed(Index& index) {
  if (index.fault && !index.state) return index.planned.clear();
  std::unordered_set<std::string_view> changed;
  for (const ListedResource& one : index.changes) changed.insert(one.address);
  std::deque<ListedResource> others;
  for (const ListedResource& one : index.planned) {
    if (!changed.contains(one.address)) others.push_back(one);
  }
  index.planned = std::move(others);
}

}  // namespace

Index index_of(std::string_view text, std::uint32_t deepest) {
  Index index;
  index.texts = std::make_unique<std::pmr::monotonic_buffer_resource>();
  Indexer indexer(text, index);
  index.fault = json::read_events(text, deepest, indexer);
  drop_changed(index);
  return index;
}

}  // namespace smtplint::tfplan
