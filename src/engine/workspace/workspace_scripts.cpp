#include "engine/workspace/workspace_scripts.h"

#include <algorithm>

#include "base/path.h"
#include "value/text.h"

namespace smtplint::engine {

std::string WorkspaceScripts::path_of(std::string_view name) const {
  if (const auto exact = join_path(folder_, name); exact && std::ranges::binary_search(paths_, *exact))
    return *exact;
  const auto only = [this](auto&& fits) {
    std::string found;
    for (const std::string& path : paths_) {
      if (!fits(path) || !is_within(path, folder_)) continue;
      if (!found.empty()) return std::string();
      found = path;
    }
    return found;
  };
  const std::string last = only([&](const std::string& path) { return file_name(path) == file_name(name); });
  if (!last.empty() || name.find('/') == std::string_view::npos) return last;
  const std::string end = "/" + std::string(name);
  return only([&](const std::string& path) { return path.ends_with(end); });
}

Value WorkspaceScripts::find(std::string_view name, ValueStore& store) {
  if (file_name(name).find('.') == std::string_view::npos) return {};
  return text_of(path_of(name), store);
}

Value WorkspaceScripts::read_at(std::string_view path, ValueStore& store) {
  const auto whole = join_path(folder_, path);
  return whole && std::ranges::binary_search(paths_, *whole) ? text_of(*whole, store) : Value();
}

Value WorkspaceScripts::text_of(const std::string& path, ValueStore& store) {
  if (path.empty()) return {};
  auto bytes = files_.read(path, largest_);
  if (!bytes) return {};
  auto source = decode_source(path, std::move(bytes).value());
  if (!source) return {};
  const SourceId id = sources_.add(std::move(source).value());
  const std::string_view text = sources_.get(id).text();
  const Place whole{id, {0, static_cast<std::uint32_t>(text.size())}};
  const ProvenanceId origin = store.step(How::file, whole, store.keep(path));
  TextBuilder builder(store);
  builder.verbatim(text, whole, origin);
  read_.push_back(path);
  return builder.finish(origin);
}

}  // namespace smtplint::engine
