#include "engine/languages/plan_sources.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "resource/address.h"

namespace smtplint::engine {
namespace {

class SourcedProperties final : public Properties {
 public:
  SourcedProperties(std::shared_ptr<const Properties> planned, std::shared_ptr<const Properties> written,
                    PlanValues& values)
      : planned_(std::move(planned)), written_(std::move(written)), values_(values) {}

  [[nodiscard]] Value get(std::string_view name) const override {
    const auto known = std::ranges::find(joined_, name, &Entry::key);
    if (known != joined_.end()) return known->value;
    const Value value = values_.joined(planned_->get(name), written_->get(name));
    joined_.push_back({names_.emplace_back(name), value, {}});
    return value;
  }

  [[nodiscard]] std::vector<std::string_view> names() const override {
    std::vector<std::string_view> names = planned_->names();
    for (const std::string_view name : written_->names()) {
      if (std::ranges::find(names, name) == names.end() && !get(name).is_unset()) names.push_back(name);
    }
    return names;
  }

  [[nodiscard]] Place name_place(std::string_view name) const override {
    const Place place = written_->name_place(name);
    return place.known() ? place : planned_->name_place(name);
  }

 private:
  std::shared_ptr<const Properties> planned_;
  std::shared_ptr<const Properties> written_;
  PlanValues& values_;
  mutable std::vector<Entry> joined_;
  mutable std::deque<std::string> names_;
};

/// What both frontends meet.
class JoinedLog final : public EvaluationLog {
 public:
  JoinedLog(Shapes planned, Shapes written) : logs_{std::move(planned), std::move(written)} {}

  [[nodiscard]] Met met() const override {
    Met all;
    for (const Shapes& one : logs_) all.add(one.met_so_far());
    return all;
  }
  [[nodiscard]] std::vector<Place> secrets() const override {
    std::vector<Place> all;
    for (const Shapes& one : logs_) {
      const std::vector<Place> some = one.later == nullptr ? std::vector<Place>() : one.later->secrets();
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }

 private:
  std::array<Shapes, 2> logs_;
};

/// The code's resources by address; an instance whose key the code does not tell stands for all others.
class CodeResources {
 public:
  explicit CodeResources(const Shapes& written) {
    for (const Resource& resource : written.resources) {
      by_address_.emplace(resource.address, &resource);
      if (resource.address.find("[\"?\"]") != std::string::npos)
        open_.emplace(without_keys(resource.address), &resource);
    }
  }

  [[nodiscard]] const Resource* find(const Resource& planned) const {
    const auto exact = by_address_.find(planned.address);
    const auto open = exact == by_address_.end() ? open_.find(without_keys(planned.address)) : open_.end();
    const Resource* found = exact != by_address_.end() ? exact->second
                            : open != open_.end()      ? open->second
                                                       : nullptr;
    const bool alike = found != nullptr && found->type == planned.type && found->dialect == planned.dialect;
    return alike ? found : nullptr;
  }

 private:
  std::unordered_map<std::string, const Resource*> by_address_;
  std::unordered_map<std::string, const Resource*> open_;
};

}  // namespace

Shapes with_sources(Shapes planned, Shapes written, PlanPlaces places, PlanValues& values) {
  const CodeResources code(written);
  Shapes shapes;
  for (const Resource& resource : planned.resources) {
    Resource& joined = shapes.resources.emplace_back(resource);
    const Resource* source = code.find(resource);
    if (source == nullptr) continue;
    joined.properties = std::make_shared<SourcedProperties>(resource.properties, source->properties, values);
    if (places == PlanPlaces::in_code) joined.place = source->place;
  }
  shapes.settings = std::move(written.settings);
  shapes.outputs = written.outputs;
  const auto log = std::make_shared<JoinedLog>(std::move(planned), std::move(written));
  shapes.add(log->met());
  shapes.later = log;
  return shapes;
}

}  // namespace smtplint::engine
