#include "generate/terraform/workshop.h"

namespace smtplint::generate {

const Language& terraform_language() {
  static const Language language{
      "terraform",
      terraform::origins(),
      terraform::steps(),
      terraform::senders(),
      terraform::texts(),
      []() -> std::unique_ptr<Workshop> { return std::make_unique<terraform::TerraformWorkshop>(); },
      &terraform::value_holder_sender()};
  return language;
}

}  // namespace smtplint::generate
