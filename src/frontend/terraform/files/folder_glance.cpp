#include "frontend/terraform/files/folder_glance.h"

#include <algorithm>
#include <optional>

namespace smtplint::terraform {
namespace {

/// The text of a file in Terraform's own syntax; JSON may spell any word by escapes.
std::optional<std::string_view> native_text(Workspace& workspace, const std::string& path) {
  if (path.ends_with(".json")) return std::nullopt;
  const Result<SourceId>& source = workspace.files().text(path);
  if (!source.ok()) return std::nullopt;
  return workspace.files().sources().get(*source).text();
}

const std::vector<std::string>* files_in(const Workspace& workspace, const std::string& folder) {
  const auto found = workspace.configuration_folders().find(folder);
  return found == workspace.configuration_folders().end() ? nullptr : &found->second;
}

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/// The first line that is no comment begins with a word and opens a block.
bool begins_with_block(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) continue;
    const std::string_view words = line.substr(first);
    if (words.starts_with('#') || words.starts_with("//")) continue;
    return is_letter(words.front()) && words.find_first_of("{=#/") != std::string_view::npos &&
           words[words.find_first_of("{=#/")] == '{';
  }
  return false;
}

}  // namespace

bool surely_calls_no_module(Workspace& workspace, const std::string& folder) {
  const std::vector<std::string>* paths = files_in(workspace, folder);
  return paths != nullptr && std::ranges::all_of(*paths, [&workspace](const std::string& path) {
           const auto text = native_text(workspace, path);
           return text && text->find("module") == std::string_view::npos;
         });
}

bool surely_declares(Workspace& workspace, const std::string& folder) {
  const std::vector<std::string>* paths = files_in(workspace, folder);
  return paths != nullptr && std::ranges::any_of(*paths, [&workspace](const std::string& path) {
           const auto text = native_text(workspace, path);
           return text && begins_with_block(*text);
         });
}

}  // namespace smtplint::terraform
