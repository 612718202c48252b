#include "base/digest.h"

#include <mbedtls/md.h>

#include <array>

namespace smtplint {
namespace {

mbedtls_md_type_t type_of(Digest digest) {
  switch (digest) {
    case Digest::md5:
      return MBEDTLS_MD_MD5;
    case Digest::sha1:
      return MBEDTLS_MD_SHA1;
    case Digest::sha256:
      return MBEDTLS_MD_SHA256;
    case Digest::sha512:
      return MBEDTLS_MD_SHA512;
  }
  return MBEDTLS_MD_NONE;
}

}  // namespace

std::string digest_of(Digest digest, std::string_view bytes) {
  std::array<unsigned char, MBEDTLS_MD_MAX_SIZE> output{};
  const mbedtls_md_info_t* info = mbedtls_md_info_from_type(type_of(digest));
  if (info == nullptr) return {};
  const auto* input = reinterpret_cast<const unsigned char*>(bytes.data());
  if (mbedtls_md(info, input, bytes.size(), output.data()) != 0) return {};
  return {reinterpret_cast<const char*>(output.data()), mbedtls_md_get_size(info)};
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4u];
    text += digits[byte & 0xfu];
  }
  return text;
}

std::string uuid_of_name(std::string_view space, std::string_view name) {
  std::string bytes = digest_of(Digest::sha1, std::string(space) + std::string(name)).substr(0, 16);
  bytes[6] = static_cast<char>((static_cast<unsigned char>(bytes[6]) & 0x0fu) | 0x50u);
  bytes[8] = static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3fu) | 0x80u);
  std::string text = to_hex(bytes);
  for (const std::size_t dash : {8u, 13u, 18u, 23u}) text.insert(dash, "-");
  return text;
}

}  // namespace smtplint
