#include "knowledge/framework.h"

namespace smtplint::knowledge {

FrameworkTable FrameworkTable::read(const std::vector<Node>&, Problems&) { return {}; }

}  // namespace smtplint::knowledge
