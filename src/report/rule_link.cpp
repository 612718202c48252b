#include "report/rule_link.h"

namespace smtplint::report {

std::string rule_link(const RuleInfo& rule, const Options& options) {
  if (!options.docs_url.empty()) {
    const std::string slash = options.docs_url.ends_with('/') ? "" : "/";
    return options.docs_url + slash + rule.id;
  }
  for (const std::string& reference : rule.references) {
    if (reference.starts_with("https://") || reference.starts_with("http://")) return reference;
  }
  return {};
}

}  // namespace smtplint::report
