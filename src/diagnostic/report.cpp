#include "diagnostic/report.h"

#include <algorithm>

namespace smtplint {

const RuleInfo* Report::rule(const std::string& id) const {
  const auto info = std::ranges::find(rules, id, &RuleInfo::id);
  return info == rules.end() ? nullptr : &*info;
}

}  // namespace smtplint
