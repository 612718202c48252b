#include "frontend/terraform/functions/computations.h"

namespace smtplint::terraform::functions {

Value runtime_only(Call& call) { return call.unknown(ReasonKind::runtime_only); }

Value unsupported(Call& call) { return call.unknown(ReasonKind::unsupported_function); }

}  // namespace smtplint::terraform::functions
