#include "frontend/deployment/roots.h"

#include <algorithm>
#include <functional>

#include "base/letter_case.h"
#include "base/path.h"

namespace smtplint::deployment {
namespace {

std::string environment_name(std::string_view path) {
  return std::string(without(without(without(file_name(path), ".bicepparam"), ".json"), ".parameters"));
}

}  // namespace

void FileUses::add(const std::string& from, const std::string& to) {
  if (from == to) return;
  uses_[from].insert(to);
  used_.insert(to);
}

std::vector<std::string> FileUses::used_by(const std::string& path) const {
  std::set<std::string> found;
  std::vector<std::string> open{path};
  while (!open.empty()) {
    const auto all = uses_.find(open.back());
    open.pop_back();
    if (all == uses_.end()) continue;
    for (const std::string& one : all->second) {
      if (one != path && found.insert(one).second) open.push_back(one);
    }
  }
  return {found.begin(), found.end()};
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

std::string_view without(std::string_view name, std::string_view ending) {
  const bool has = name.size() > ending.size() && lower_case(name).ends_with(ending);
  return has ? name.substr(0, name.size() - ending.size()) : name;
}

std::vector<Environment> environments_of(const std::vector<std::string>& parameter_files) {
  std::vector<Environment> found;
  for (const std::string& file : parameter_files) {
    std::string name = environment_name(file);
    const bool says_nothing = name == "main" || name == "parameters";
    const bool taken = std::ranges::find(found, name, &Environment::name) != found.end();
    found.push_back({says_nothing || taken ? std::string(without(file, ".json")) : std::move(name), {file}});
  }
  if (found.empty()) found.push_back({"", {}});
  return found;
}

}  // namespace smtplint::deployment
