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
  if (field == knowledge::Field::secret_settings) return secret_settings;
  if (field == knowledge::Field::connection_strings) return connection_strings;
  return settings;
}

std::string Mapped::address() const {
  return inner.empty() ? resource->address : resource->address + "." + inner;
}

}  // namespace smtplint::lowering
