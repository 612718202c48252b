#include "knowledge/names.h"

namespace smtplint::knowledge {

NameTables NameTables::read(const std::vector<Node>&, Problems&) { return {}; }

}  // namespace smtplint::knowledge
