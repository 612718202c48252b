#include "lowering/mail/elsewhere.h"

#include <algorithm>

namespace smtplint::lowering {
namespace {

using model::Condition;

bool is_unlinked(const model::Mailer& mailer) {
  return std::ranges::find(mailer.conditions, Condition::Kind::unlinked, &Condition::kind) !=
         mailer.conditions.end();
}

}  // namespace

void doubt_elsewhere(model::Model& model, bool in_azure) {
  for (model::Mailer& mailer : model.mailers) {
    if (mailer.workload.valid() && model[mailer.workload].perhaps_elsewhere)
      mailer.conditions.push_back({Condition::Kind::unlinked, mailer.document});
  }
  if (!in_azure) std::erase_if(model.mailers, is_unlinked);
}

}  // namespace smtplint::lowering
