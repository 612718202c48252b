#include "lowering/property_reader.h"

#include <string>

#include "base/letter_case.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

class ObjectProperties : public Properties {
 public:
  ObjectProperties(Value object, Place place) : object_(object), place_(place) {}

  [[nodiscard]] Value get(std::string_view name) const override { return object_.find(name); }

  [[nodiscard]] std::vector<std::string_view> names() const override {
    std::vector<std::string_view> names;
    for (const Entry& entry : object_.entries()) names.push_back(entry.key);
    return names;
  }

  [[nodiscard]] Place name_place(std::string_view name) const override {
    for (const Entry& entry : object_.entries()) {
      if (entry.key == name) return entry.key_place.known() ? entry.key_place : place_;
    }
    return {};
  }

 private:
  Value object_;
  Place place_;
};

}  // namespace

std::shared_ptr<const Properties> properties_of(Value object, Place place) {
  return std::make_shared<const ObjectProperties>(object, place);
}

bool is_present(Value value) {
  if (value.is_unset()) return false;
  if (value.is(ValueType::string)) return !value.text().chars.empty();
  if (value.is_sequence()) return !value.items().empty() || value.rest() != nullptr;
  return true;
}

Value PropertyReader::get(std::string_view name) const {
  const Value exact = properties_.get(name);
  if (!exact.is_absent() || dialect_ == Dialect::azurerm) return exact;
  for (const std::string_view other : properties_.names()) {
    if (equal_ignoring_case(other, name)) return properties_.get(other);
  }
  return {};
}

Value PropertyReader::read(const knowledge::PropertyPath& path) const {
  Walk walk{path, {}, nullptr};
  follow(get(path.head()), 1, walk);
  if (path.many()) {
    if (walk.found.empty() && walk.rest == nullptr) return {};
    return store_.sequence(ValueType::tuple, walk.found, no_provenance, walk.rest);
  }
  return walk.found.empty() ? Value() : walk.found.front();
}

void PropertyReader::follow(Value value, std::size_t step, Walk& walk) const {
  if (step == walk.path.steps.size()) {
    if (!value.is_unset()) walk.found.push_back(value);
    return;
  }
  if (value.is_unset()) return;
  if (value.is_unknown()) return not_known(value, walk);
  switch (walk.path.steps[step].kind) {
    case knowledge::PathStep::Kind::name:
      return follow_name(value, step, walk);
    case knowledge::PathStep::Kind::all:
      return follow_all(value, step, walk);
    case knowledge::PathStep::Kind::select:
      return follow_selected(value, step, walk);
  }
}

void PropertyReader::follow_name(Value value, std::size_t step, Walk& walk) const {
  const std::string_view name = walk.path.steps[step].name;
  if (value.is(ValueType::reference)) {
    const Reference& reference = value.reference();
    const std::string path =
        reference.path.empty() ? std::string(name) : std::string(reference.path) + "." + std::string(name);
    return follow(store_.reference(reference.address, path, value.provenance()), step + 1, walk);
  }
  if (value.is_sequence()) {
    if (!value.items().empty()) return follow(value.items().front(), step, walk);
    if (value.rest() != nullptr) not_known(store_.unknown(value.rest()), walk);
    return;
  }
  if (value.is(ValueType::alternatives)) return unreadable(walk);
  if (!value.is_mapping()) return;  // of a plain value there are no properties
  const Value inner = property(value, name);
  if (inner.is_absent() && value.rest() != nullptr) return not_known(store_.unknown(value.rest()), walk);
  follow(inner, step + 1, walk);
}

void PropertyReader::follow_all(Value value, std::size_t step, Walk& walk) const {
  if (value.rest() != nullptr) walk.rest = value.rest();
  if (value.is_sequence()) {
    for (const Value item : value.items()) follow(item, step + 1, walk);
  } else if (value.is_mapping()) {
    for (const Entry& entry : value.entries()) follow(entry.value, step + 1, walk);
  } else {
    unreadable(walk);
  }
}

void PropertyReader::follow_selected(Value value, std::size_t step, Walk& walk) const {
  const knowledge::PathStep& wanted = walk.path.steps[step];
  if (!value.is_sequence()) return unreadable(walk);
  if (value.rest() != nullptr) walk.rest = value.rest();
  for (const Value item : value.items()) {
    const Value name = property(item, wanted.name);
    const auto text = known_text(name);
    if (item.is_unknown()) {
      walk.rest = &item.reason();
    } else if (text && equal_ignoring_case(*text, wanted.selected)) {
      follow(item, step + 1, walk);
    } else if (!text && !name.is_unset()) {
      walk.rest = reason_of(name, store_);
    }
  }
}

void PropertyReader::unreadable(Walk& walk) const {
  not_known(store_.unknown(ReasonKind::evaluation_error, walk.path.text()), walk);
}

void PropertyReader::not_known(Value unknown, Walk& walk) const {
  if (walk.path.many()) {
    walk.rest = &unknown.reason();
  } else {
    walk.found.push_back(unknown);
  }
}

Value PropertyReader::property(Value mapping, std::string_view name) const {
  return dialect_ == Dialect::arm ? mapping.find_ignoring_case(name) : mapping.find(name);
}

}  // namespace smtplint::lowering
