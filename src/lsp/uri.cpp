#include "lsp/uri.h"

#include "base/percent_encoding.h"

namespace smtplint::lsp {
namespace {

constexpr std::string_view scheme = "file://";

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!uri.starts_with(scheme)) return std::nullopt;
  uri.remove_prefix(scheme.size());
  if (uri.starts_with("localhost/")) uri.remove_prefix(std::string_view("localhost").size());
  if (!uri.starts_with('/')) return std::nullopt;
  std::string path = percent_decoded(uri.substr(0, uri.find_first_of("?#")));
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string uri_of_path(std::string_view path) { return std::string(scheme) + percent_encoded_path(path); }

}  // namespace smtplint::lsp
