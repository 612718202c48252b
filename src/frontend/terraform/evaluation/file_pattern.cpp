#include "frontend/terraform/evaluation/file_pattern.h"

#include <re2/re2.h>

#include <algorithm>

namespace smtplint::terraform {
namespace {

/// How many folders inside each other are searched.
constexpr unsigned deepest_folder = 64;

/// The part of a pattern that begins at `at` as a regular expression; `at` moves behind it.
std::string piece_of(std::string_view pattern, std::size_t& at, unsigned& open_braces) {
  const char c = pattern[at];
  if (pattern.substr(at, 3) == "**/") {
    at += 3;
    return "(?:[^/]*/)*";
  }
  if (pattern.substr(at, 2) == "**") {
    at += 2;
    return ".*";
  }
  ++at;
  if (c == '*') return "[^/]*";
  if (c == '?') return "[^/]";
  if (c == '{') {
    ++open_braces;
    return "(?:";
  }
  if (c == '}' && open_braces > 0) {
    --open_braces;
    return ")";
  }
  if (c == ',' && open_braces > 0) return "|";
  if (c == '[') {
    const std::size_t end = pattern.find(']', at);
    if (end != std::string_view::npos) {
      std::string set = "[" + std::string(pattern.substr(at, end - at + 1));
      at = end + 1;
      return set;
    }
  }
  return RE2::QuoteMeta(std::string(1, c));
}

std::string expression_of(std::string_view pattern) {
  std::string expression;
  unsigned open_braces = 0;
  for (std::size_t at = 0; at < pattern.size();) expression += piece_of(pattern, at, open_braces);
  return expression;
}

struct Search {
  const FileSystem& files;
  const RE2& expression;
  std::uint32_t left;
  std::vector<std::string> found;

  bool walk(const std::string& folder, const std::string& prefix, unsigned depth) {
    if (depth > deepest_folder) return false;
    for (const FolderEntry& entry : files.list(folder)) {
      if (left-- == 0) return false;
      const std::string path = prefix + entry.name;
      const std::string inner = folder.empty() ? entry.name : folder + "/" + entry.name;
      if (entry.kind == EntryKind::folder && !walk(inner, path + "/", depth + 1)) return false;
      if (entry.kind == EntryKind::file && RE2::FullMatch(path, expression)) found.push_back(path);
    }
    return true;
  }
};

}  // namespace

Result<std::vector<std::string>> matching_files(const FileSystem& files, const std::string& folder,
                                                std::string_view pattern, std::uint32_t most) {
  const RE2 expression(expression_of(pattern), RE2::Quiet);
  if (!expression.ok()) return Error{"`" + std::string(pattern) + "` is no pattern of files"};
  Search search{files, expression, most, {}};
  if (!search.walk(folder, "", 0)) return Error{"the folder holds too many files"};
  std::ranges::sort(search.found);
  return std::move(search.found);
}

}  // namespace smtplint::terraform
