#include "rules/variants.h"

namespace smtplint::rules {

Chosen choose(const knowledge::Check& check, const FactSource& facts) {
  Chosen chosen{check.info.severity, nullptr, nullptr};
  bool severity_found = false;
  for (const knowledge::Variant& variant : check.variants) {
    if (holds(variant.when, facts) != Truth::yes) continue;
    if (variant.has_severity && !severity_found) chosen.severity = variant.severity;
    severity_found = severity_found || variant.has_severity;
    if (variant.has_message && chosen.message == nullptr) chosen.message = &variant.message;
    if (variant.has_help && chosen.help == nullptr) chosen.help = &variant.help;
  }
  if (chosen.message == nullptr) chosen.message = &check.message;
  if (chosen.help == nullptr) chosen.help = &check.help;
  return chosen;
}

}  // namespace smtplint::rules
