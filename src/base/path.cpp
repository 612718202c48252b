#include "base/path.h"

#include <vector>

namespace smtplint {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    segments.push_back(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  return segments;
}

std::string join(const std::vector<std::string_view>& segments) {
  std::string path;
  for (const std::string_view segment : segments) {
    if (!path.empty()) path += '/';
    path += segment;
  }
  return path;
}

}  // namespace

std::optional<std::string> normal_path(std::string_view path) {
  if (path.starts_with('/')) return std::nullopt;
  std::vector<std::string_view> kept;
  for (const std::string_view segment : segments_of(path)) {
    if (segment.empty() || segment == ".") continue;
    if (segment != "..") {
      kept.push_back(segment);
    } else if (kept.empty()) {
      return std::nullopt;
    } else {
      kept.pop_back();
    }
  }
  return join(kept);
}

std::optional<std::string> join_path(std::string_view folder, std::string_view path) {
  if (path.starts_with('/')) return std::nullopt;
  if (folder.empty()) return normal_path(path);
  return normal_path(std::string(folder) + "/" + std::string(path));
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string relative_path(std::string_view path, std::string_view folder) {
  const auto to = segments_of(path);
  const auto from = segments_of(folder);
  std::size_t shared = 0;
  while (shared < to.size() && shared < from.size() && to[shared] == from[shared]) ++shared;
  std::string result;
  for (std::size_t i = shared; i < from.size(); ++i) result += "../";
  result += join({to.begin() + static_cast<std::ptrdiff_t>(shared), to.end()});
  if (result.empty()) return ".";
  return result;
}

bool is_within(std::string_view path, std::string_view folder) {
  if (folder.empty() || path == folder) return true;
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace smtplint
