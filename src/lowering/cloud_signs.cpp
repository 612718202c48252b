#include "lowering/cloud_signs.h"

#include <string_view>
#include <unordered_map>

#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using model::Cloud;

/// Larger properties are not searched for endpoints.
constexpr std::uint64_t most_searched = 10'000;

/// What the text of a value, or of something in it, names.
std::string_view named_in(Value value, const knowledge::Clouds& clouds) {
  if (value.is(ValueType::string)) return clouds.of_endpoints(value.text().chars);
  if (value.is_sequence()) {
    for (const Value item : value.items()) {
      if (const std::string_view cloud = named_in(item, clouds); !cloud.empty()) return cloud;
    }
  } else if (value.is_mapping()) {
    for (const Entry& entry : value.entries()) {
      if (const std::string_view cloud = named_in(entry.value, clouds); !cloud.empty()) return cloud;
    }
  }
  return {};
}

std::string_view by_location(const Resource& resource, const knowledge::Clouds& clouds) {
  const auto location = known_text(resource.properties->get(clouds.location));
  return location ? clouds.of_location(*location) : std::string_view();
}

std::string_view by_endpoints(const Resource& resource, const knowledge::Clouds& clouds) {
  for (const std::string_view name : resource.properties->names()) {
    const Value value = resource.properties->get(name);
    if (value.is_absent() || value.size() > most_searched) continue;
    if (const std::string_view cloud = named_in(value, clouds); !cloud.empty()) return cloud;
  }
  return {};
}

Cloud cloud_of(std::string_view word) {
  if (word == "china") return Cloud::china;
  return word == "us-government" ? Cloud::us_government : Cloud::unknown;
}

class CloudFinder {
 public:
  CloudFinder(const std::vector<Resource>& resources, const knowledge::Clouds& clouds, model::Model& model)
      : clouds_(clouds), model_(model) {
    for (const Resource& resource : resources) by_address_.emplace(resource.address, &resource);
  }

  template <typename Thing>
  void add(const std::vector<Thing>& things, bool with_endpoints) {
    for (const Thing& thing : things) {
      const auto found = by_address_.find(thing.address);
      if (found == by_address_.end() || found->second->properties == nullptr) continue;
      std::string_view word = by_location(*found->second, clouds_);
      // Of what Terraform deploys, the provider says the cloud.
      const bool is_template = found->second->dialect == Dialect::arm;
      if (word.empty() && with_endpoints && is_template) word = by_endpoints(*found->second, clouds_);
      if (!word.empty() && thing.subscription.valid()) note(thing.subscription, cloud_of(word));
    }
  }

 private:
  void note(model::Id<model::Subscription> subscription, Cloud shown) {
    Cloud& cloud = model_.subscriptions[subscription.index()].cloud;
    if (cloud == Cloud::global) {
      cloud = shown;
    } else if (cloud != shown) {
      cloud = Cloud::unknown;
    }
  }

  const knowledge::Clouds& clouds_;
  model::Model& model_;
  std::unordered_map<std::string_view, const Resource*> by_address_;
};

}  // namespace

void find_clouds(const std::vector<Resource>& resources, const knowledge::Clouds& clouds,
                 model::Model& model) {
  CloudFinder finder(resources, clouds, model);
  finder.add(model.workloads, true);
  finder.add(model.security_groups, false);
  finder.add(model.firewalls, false);
}

}  // namespace smtplint::lowering
