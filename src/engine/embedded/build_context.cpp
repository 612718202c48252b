#include "engine/embedded/build_context.h"

#include <algorithm>

#include "base/glob.h"
#include "base/path.h"

namespace smtplint::engine {

BuildContext::BuildContext(std::string_view dockerfile, WorkspaceScripts& files,
                           const knowledge::Catalogue& catalogue, ValueStore& store)
    : folder_(folder_of(dockerfile)), files_(files), catalogue_(catalogue), store_(store) {}

BuildContext::Copies BuildContext::copied(std::string_view from, std::string_view to) {
  Copies copies;
  while (from.starts_with('/')) from.remove_prefix(1);
  std::string context = folder_;
  while (copies.empty()) {
    const auto whole = join_path(context, from);
    if (whole && std::ranges::binary_search(files_.paths(), *whole)) {
      add(*whole, file_name(*whole), to, false, copies);
    } else if (whole) {
      const bool pattern = from.find('*') != std::string_view::npos;
      for (const std::string& path : files_.paths()) {
        if (pattern && glob_matches(*whole, path)) add(path, file_name(path), to, true, copies);
        if (pattern || !is_within(path, *whole)) continue;
        const std::size_t inside = whole->empty() ? 0 : whole->size() + 1;
        add(path, std::string_view(path).substr(inside), std::string(to) + "/", true, copies);
      }
    }
    if (context.empty()) break;
    context = folder_of(context);
  }
  return copies;
}

/// A folder that the image has already need not be written with a `/` behind it.
void BuildContext::add(const std::string& path, std::string_view inside, std::string_view to,
                       bool only_settings, Copies& copies) {
  std::string target(to);
  while (target.ends_with('/')) target.pop_back();
  const std::string within = target + "/" + std::string(inside);
  if (to.ends_with('/') || (!holds_settings(target) && holds_settings(within))) target = within;
  const bool matters =
      holds_settings(target) || (!only_settings && !catalogue_.configuration_files().kind_of(path));
  if (!matters) return;
  const Value text = files_.text_of(path, store_);
  if (!text.is_absent()) copies.emplace_back(target, text);
}

bool BuildContext::holds_settings(std::string_view path) const {
  return std::ranges::any_of(catalogue_.mtas(),
                             [path](const knowledge::Mta& mta) { return mta.file_at(path) != nullptr; });
}

}  // namespace smtplint::engine
