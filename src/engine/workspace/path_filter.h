#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/span.h"

namespace smtplint::engine {

/// The files and folders that the user named; a folder stands for everything below it.
class PathFilter {
 public:
  explicit PathFilter(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  [[nodiscard]] bool takes(std::string_view path) const;
  [[nodiscard]] bool takes_any(const std::vector<std::string>& paths) const;
  [[nodiscard]] bool takes(const SourceStore& sources, Place place) const;

 private:
  std::vector<std::string> paths_;
};

}  // namespace smtplint::engine
