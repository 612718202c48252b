#include "lowering/mail/section.h"

namespace smtplint::lowering {

std::string section_of(const Settings& block) {
  if (block.home != SettingsHome::environment) return {};
  const std::size_t dot = block.document.rfind('.');
  const std::string last = dot == std::string::npos ? block.document : block.document.substr(dot + 1);
  return last.substr(0, last.find('['));
}

}  // namespace smtplint::lowering
