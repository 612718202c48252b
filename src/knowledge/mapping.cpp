#include "knowledge/mapping.h"

namespace smtplint::knowledge {

Mapping Mapping::read(Node file, Problems& problems) {
  Reader reader(file, problems);
  return {.id = reader.text("id")};
}

}  // namespace smtplint::knowledge
