#include "generate/bicep/workshop.h"

namespace smtplint::generate {

const Language& bicep_language() {
  static const Language language{
      "bicep",        bicep::origins(),
      bicep::steps(), bicep::senders(),
      bicep::texts(), []() -> std::unique_ptr<Workshop> { return std::make_unique<bicep::BicepWorkshop>(); }};
  return language;
}

}  // namespace smtplint::generate
