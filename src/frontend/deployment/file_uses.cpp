#include "frontend/deployment/file_uses.h"

#include <algorithm>
#include <iterator>

namespace smtplint::deployment {

void FileUses::add(const std::string& from, const std::string& to) {
  if (from == to) return;
  uses_[from].insert(to);
  used_.insert(to);
}

void FileUses::reach(const std::string& path, std::set<std::string>& reached) const {
  std::vector<std::string> open{path};
  reached.insert(path);
  while (!open.empty()) {
    const auto used = uses_.find(open.back());
    open.pop_back();
    if (used == uses_.end()) continue;
    for (const std::string& one : used->second) {
      if (reached.insert(one).second) open.push_back(one);
    }
  }
}

std::vector<std::string> FileUses::used_by(const std::string& path) const {
  std::set<std::string> found;
  reach(path, found);
  found.erase(path);
  return {found.begin(), found.end()};
}

std::set<std::string> FileUses::roots_of(const std::set<std::string>& files,
                                         const std::set<std::string>& further) const {
  std::set<std::string> roots = further;
  std::ranges::copy_if(files, std::inserter(roots, roots.end()),
                       [this](const std::string& path) { return !is_used(path); });
  std::set<std::string> reached;
  for (const std::string& root : roots) reach(root, reached);
  std::set<std::string> in_circles;
  std::ranges::set_difference(files, reached, std::inserter(in_circles, in_circles.end()));
  for (const std::string& path : users_first(in_circles)) {
    if (reached.contains(path)) continue;
    roots.insert(path);
    reach(path, reached);
  }
  return roots;
}

std::vector<std::string> FileUses::users_first(const std::set<std::string>& files) const {
  std::vector<std::string> last_first, open;
  std::set<std::string> met, done;
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    open.push_back(*file);
    while (!open.empty()) {
      const std::string path = open.back();
      const auto used = uses_.find(path);
      if (met.insert(path).second && used != uses_.end()) {
        std::ranges::copy_if(used->second, std::back_inserter(open),
                             [&met](const std::string& one) { return !met.contains(one); });
        continue;
      }
      open.pop_back();
      if (done.insert(path).second && files.contains(path)) last_first.push_back(path);
    }
  }
  std::ranges::reverse(last_first);
  return last_first;
}

}  // namespace smtplint::deployment
