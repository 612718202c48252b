#include "engine/deployments/twins.h"

#include <algorithm>
#include <set>

#include "base/path.h"

namespace smtplint::engine {
namespace {

/// `module.x`, a call whose source is not on disk: it may declare anything.
bool is_open_call(std::string_view address) {
  const std::size_t last = address.rfind('.');
  if (last == std::string_view::npos) return false;
  const std::string_view outer = address.substr(0, last);
  return outer == "module" || outer.ends_with(".module");
}

/// Declared itself, or by a call that is on the way to it.
bool is_declared(const std::set<std::string, std::less<>>& code, std::string_view address) {
  if (code.contains(address)) return true;
  for (std::size_t at = address.find('.'); at != std::string_view::npos; at = address.find('.', at + 1)) {
    if (code.contains(address.substr(0, at))) return true;
  }
  return false;
}

}  // namespace

bool declare_the_same(const std::vector<std::string>& code, const std::vector<std::string>& plan) {
  if (code.empty() || plan.empty()) return false;
  const std::set<std::string, std::less<>> written(code.begin(), code.end()),
      planned(plan.begin(), plan.end());
  return std::ranges::all_of(
             written, [&](const std::string& one) { return is_open_call(one) || planned.contains(one); }) &&
         std::ranges::all_of(planned, [&](const std::string& one) { return is_declared(written, one); });
}

const OpenedRoot* nearest_code(const std::vector<const OpenedRoot*>& roots, const std::string& plan) {
  if (roots.size() == 1) return roots.front();
  const OpenedRoot* nearest = nullptr;
  for (const OpenedRoot* root : roots) {
    const auto folder_name = [](const OpenedRoot* one) { return one->language->roots()[one->index].name; };
    if (!is_within(plan, folder_name(root))) continue;
    if (nearest == nullptr || folder_name(root).size() > folder_name(nearest).size()) nearest = root;
  }
  return nearest;
}

}  // namespace smtplint::engine
