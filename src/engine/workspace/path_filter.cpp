#include "engine/workspace/path_filter.h"

#include <algorithm>

#include "base/path.h"

namespace smtplint::engine {

bool PathFilter::takes(std::string_view path) const {
  return paths_.empty() ||
         std::ranges::any_of(paths_, [path](const std::string& named) { return is_within(path, named); });
}

bool PathFilter::takes_any(const std::vector<std::string>& paths) const {
  return std::ranges::any_of(paths, [this](const std::string& path) { return takes(path); });
}

bool PathFilter::takes(const SourceStore& sources, Place place) const {
  return place.known() && takes(sources.get(place.source).path());
}

}  // namespace smtplint::engine
