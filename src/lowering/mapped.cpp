#include "lowering/mapped.h"

namespace smtplint::lowering {

void Mapped::set(knowledge::Field field, Value value) {
  const auto held = std::ranges::find(fields, field, &std::pair<knowledge::Field, Value>::first);
  if (held != fields.end()) {
    held->second = value;
  } else {
    fields.emplace_back(field, value);
  }
}

std::vector<SettingsPart>& Mapped::parts(knowledge::Field field) {
  const auto held =
      std::ranges::find(settings, field, &std::pair<knowledge::Field, std::vector<SettingsPart>>::first);
  return held != settings.end() ? held->second
                                : settings.emplace_back(field, std::vector<SettingsPart>()).second;
}

std::string Mapped::address() const {
  return inner.empty() ? resource->address : resource->address + "." + inner;
}

}  // namespace smtplint::lowering
