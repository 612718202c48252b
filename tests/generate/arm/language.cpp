#include "generate/arm/workshop.h"

namespace smtplint::generate {

const Language& arm_language() {
  static const Language language{
      "arm",        arm::origins(),
      arm::steps(), arm::senders(),
      arm::texts(), []() -> std::unique_ptr<Workshop> { return std::make_unique<arm::ArmWorkshop>(); }};
  return language;
}

}  // namespace smtplint::generate
