#include "lsp/uri.h"

#include <charconv>

namespace smtplint::lsp {
namespace {

constexpr std::string_view scheme = "file://";

bool stays(unsigned char byte) {
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return letter || (byte >= '0' && byte <= '9') ||
         std::string_view("-._~/").find(static_cast<char>(byte)) != std::string_view::npos;
}

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    const bool escape =
        text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3;
    if (!escape) {
      result += text[i];
      continue;
    }
    result += static_cast<char>(value);
    i += 2;
  }
  return result;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!uri.starts_with(scheme)) return std::nullopt;
  uri.remove_prefix(scheme.size());
  if (uri.starts_with("localhost/")) uri.remove_prefix(std::string_view("localhost").size());
  if (!uri.starts_with('/')) return std::nullopt;
  std::string path = decoded(uri.substr(0, uri.find_first_of("?#")));
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri(scheme);
  for (const char byte : path) {
    const auto value = static_cast<unsigned char>(byte);
    if (stays(value)) {
      uri += byte;
    } else {
      uri += {'%', digits[value >> 4u], digits[value & 15u]};
    }
  }
  return uri;
}

}  // namespace smtplint::lsp
