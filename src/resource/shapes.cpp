#include "resource/shapes.h"

#include <algorithm>
#include <iterator>

namespace smtplint {

void Met::add(Met more) {
  std::ranges::move(more.events, std::back_inserter(events));
  std::ranges::move(more.left_out, std::back_inserter(left_out));
  std::ranges::move(more.files_read, std::back_inserter(files_read));
}

}  // namespace smtplint
