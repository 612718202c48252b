#include "lowering/mapped.h"

namespace smtplint::lowering {

std::vector<SettingsPart>& Mapped::parts(knowledge::Field field) {
  if (field == knowledge::Field::secret_settings) return secret_settings;
  if (field == knowledge::Field::connection_strings) return connection_strings;
  return settings;
}

std::string Mapped::address() const {
  return inner.empty() ? resource->address : resource->address + "." + inner;
}

}  // namespace smtplint::lowering
