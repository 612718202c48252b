#include "frontend/tfplan/shapes.h"

#include <algorithm>
#include <deque>
#include <unordered_set>
#include <utility>

#include "frontend/tfplan/layers.h"
#include "frontend/tfplan/links.h"
#include "frontend/tfplan/providers.h"
#include "frontend/tfplan/value_reader.h"

namespace smtplint::tfplan {
namespace {

/// Of a resource whose parts are being asked for.
struct OpenedResource {
  const ListedResource* resource = nullptr;
  std::vector<std::shared_ptr<const json::Tree>> trees;
  std::vector<LayeredProperty> properties;
  Site site;
};

/// One evaluation of a plan. It keeps the parts of few resources at a time: a plan has far more than fit.
class Reading {
 public:
  Reading(const PlanFile& plan, ValueStore& store)
      : plan_(plan),
        store_(store),
        resources_(resources_of(plan.index, plan.text)),
        links_(plan, resources_),
        reader_(plan, links_, store) {
    note_secret_variables();
  }

  [[nodiscard]] const std::vector<const ListedResource*>& resources() const { return resources_; }
  [[nodiscard]] const PlanFile& plan() const { return plan_; }
  [[nodiscard]] const Links& links() const { return links_; }
  [[nodiscard]] ValueReader& reader() { return reader_; }
  [[nodiscard]] ValueStore& store() { return store_; }
  [[nodiscard]] const std::vector<Place>& secrets() const { return secrets_; }

  [[nodiscard]] const ConfiguredResource* configuration_of(const Address& address) const {
    const ConfiguredModule* module = links_.module(address.module);
    if (module == nullptr) return nullptr;
    const auto found = module->resources.find(address.local);
    return found == module->resources.end() ? nullptr : &found->second;
  }

  [[nodiscard]] const OpenedResource& open(const ListedResource& resource) {
    const auto known = std::ranges::find(opened_, &resource, &OpenedResource::resource);
    if (known != opened_.end()) return *known;
    if (opened_.size() == most_opened) opened_.pop_front();
    return opened_.emplace_back(parts_of_resource(resource));
  }

 private:
  static constexpr std::size_t most_opened = 8;

  OpenedResource parts_of_resource(const ListedResource& resource) {
    const Address address = parse_address(resource.address);
    OpenedResource opened;
    opened.resource = &resource;
    opened.site.base = resource.values.begin;
    opened.site.owner = {address.module, std::string(address.key)};
    opened.site.address = resource.address;
    opened.site.place = plan_.place(resource.place);
    const auto layer = [&](Span span) -> const json::Node* {
      if (span.length() == 0) return nullptr;
      opened.trees.push_back(plan_.parse(span));
      return opened.trees.back()->root();
    };
    Layers layers{layer(resource.values), layer(resource.unknown), layer(resource.sensitive), nullptr, true};
    if (const ConfiguredResource* configured = configuration_of(address)) {
      layers.expression = layer(configured->expressions);
      opened.site.configured = true;
    }
    opened.properties = properties_of(layers);
    note_secrets(resource, layers);
    return opened;
  }

  /// What was before is not asked which of it is sensitive.
  void note_secrets(const ListedResource& resource, const Layers& layers) {
    std::vector<Span> found;
    collect_sensitive(layers.value, layers.sensitive, found);
    for (const Span span : found) {
      secrets_.push_back(plan_.place({resource.values.begin + span.begin, resource.values.begin + span.end}));
    }
    const std::string_view before = plan_.slice(resource.before);
    if (!before.empty() && before != "null") secrets_.push_back(plan_.place(resource.before));
  }

  void note_secret_variables() {
    for (const std::string_view name : plan_.index.sensitive_variables) {
      const auto found = plan_.index.variables.find(name);
      if (found != plan_.index.variables.end()) secrets_.push_back(plan_.place(found->second));
    }
  }

  const PlanFile& plan_;
  ValueStore& store_;
  std::vector<const ListedResource*> resources_;
  Links links_;
  ValueReader reader_;
  std::deque<OpenedResource> opened_;
  std::vector<Place> secrets_;
};

class PlannedProperties final : public Properties {
 public:
  PlannedProperties(std::shared_ptr<Reading> reading, const ListedResource& resource)
      : reading_(std::move(reading)), resource_(resource) {}

  /// What the configuration does not write is the provider's.
  [[nodiscard]] Value get(std::string_view name) const override {
    const auto known = std::ranges::find(read_, name, &Read::first);
    if (known != read_.end()) return known->second;
    const OpenedResource& opened = reading_->open(resource_);
    const LayeredProperty* property = find(opened, name);
    if (property == nullptr) return {};
    Value value = reading_->reader().read(property->layers, opened.site, property->name);
    const bool filled_in =
        opened.site.configured && property->layers.expression == nullptr && value.is_scalar();
    if (filled_in) value = reading_->store().as_defaulted(value);
    read_.emplace_back(reading_->store().keep_name(name), value);
    return value;
  }

  /// What is set: a plan names everything that could be.
  [[nodiscard]] std::vector<std::string_view> names() const override {
    if (!named_) {
      named_ = true;
      for (const LayeredProperty& property : reading_->open(resource_).properties) {
        names_.push_back(reading_->store().keep_name(property.name));
      }
      std::erase_if(names_, [this](std::string_view name) { return !is_set(get(name)); });
    }
    return names_;
  }

  [[nodiscard]] Place name_place(std::string_view name) const override {
    const LayeredProperty* property = find(reading_->open(resource_), name);
    if (property == nullptr) return {};
    if (property->name_span.length() == 0) return reading_->plan().place(resource_.place);
    const std::uint32_t base = resource_.values.begin;
    return reading_->plan().place({base + property->name_span.begin, base + property->name_span.end});
  }

 private:
  static const LayeredProperty* find(const OpenedResource& opened, std::string_view name) {
    const auto at = std::ranges::lower_bound(opened.properties, name, {}, &LayeredProperty::name);
    return at == opened.properties.end() || at->name != name ? nullptr : &*at;
  }

  static bool is_set(Value value) {
    if (value.is_unset()) return false;
    if (value.is_sequence()) return !value.items().empty();
    return true;
  }

  std::shared_ptr<Reading> reading_;
  const ListedResource& resource_;
  using Read = std::pair<std::string_view, Value>;
  mutable std::vector<Read> read_;
  mutable std::vector<std::string_view> names_;
  mutable bool named_ = false;
};

class ReadingLog final : public EvaluationLog {
 public:
  ReadingLog(std::shared_ptr<const Reading> reading, Met met)
      : reading_(std::move(reading)), met_(std::move(met)) {}

  [[nodiscard]] Met met() const override { return met_; }
  [[nodiscard]] std::vector<Place> secrets() const override { return reading_->secrets(); }

 private:
  std::shared_ptr<const Reading> reading_;
  Met met_;
};

class ShapeWriter {
 public:
  ShapeWriter(std::shared_ptr<Reading> reading, ValueStore& store, const JsonReader& read_json)
      : reading_(std::move(reading)), store_(store), read_json_(read_json) {}

  Shapes write(Shapes shapes) {
    shapes.resources = providers_of(reading_->plan(), reading_->links(), store_);
    shapes.resources.reserve(shapes.resources.size() + reading_->resources().size());
    for (const ListedResource* resource : reading_->resources())
      shapes.resources.push_back(made_of(*resource));
    shapes.later = std::make_shared<ReadingLog>(reading_, shapes);
    return shapes;
  }

 private:
  Resource made_of(const ListedResource& listed) {
    const Address address = parse_address(listed.address);
    Resource resource;
    resource.address = listed.address;
    resource.type = listed.type;
    if (listed.mode == "data") resource.type.insert(0, "data.");
    resource.name = listed.name;
    resource.module_path = address.module;
    resource.place = reading_->plan().place(listed.place);
    if (const ConfiguredResource* configured = reading_->configuration_of(address)) {
      resource.provider = provider_address(reading_->plan().index, configured->provider);
    }
    resource.properties = std::make_shared<PlannedProperties>(reading_, listed);
    express_as_arm(resource, store_, read_json_);
    return resource;
  }

  std::shared_ptr<Reading> reading_;
  ValueStore& store_;
  const JsonReader& read_json_;
};

}  // namespace

Shapes shapes_of(const PlanFile& plan, Shapes met, ValueStore& store, const JsonReader& read_json) {
  return ShapeWriter(std::make_shared<Reading>(plan, store), store, read_json).write(std::move(met));
}

}  // namespace smtplint::tfplan
