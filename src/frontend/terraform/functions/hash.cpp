#include <mbedtls/md.h>

#include <array>

#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/digest.h"
#include "value/encoded_text.h"

namespace smtplint::terraform::functions {
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

struct Namespace {
  std::string_view name;
  std::string_view id;
};
constexpr Namespace namespaces[] = {
    {"dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"},
    {"url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"},
    {"oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"},
    {"x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"},
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Without the dashes, braces or prefix that a UUID may be written with; nothing where they stand in the
/// wrong places.
std::optional<std::string> uuid_digits(std::string_view text) {
  constexpr std::string_view prefix = "urn:uuid:";
  constexpr std::size_t length = 36, plain_length = 32;
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  if (text.size() == length + 2 && text.starts_with('{') && text.ends_with('}'))
    text = text.substr(1, length);
  if (text.size() == plain_length) return std::string(text);
  if (text.size() != length) return std::nullopt;
  std::string digits(text);
  for (const std::size_t dash : {23u, 18u, 13u, 8u}) {
    if (digits[dash] != '-') return std::nullopt;
    digits.erase(dash, 1);
  }
  return digits;
}

/// The 16 bytes of `6ba7b810-9dad-11d1-80b4-00c04fd430c8`.
std::optional<std::string> bytes_of_uuid(std::string_view text) {
  const std::optional<std::string> digits = uuid_digits(text);
  if (!digits) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < digits->size(); i += 2) {
    const int high = hex_digit((*digits)[i]), low = hex_digit((*digits)[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::string uuid_of_bytes(std::string_view bytes) {
  std::string text = to_hex(bytes);
  for (const std::size_t dash : {8u, 13u, 18u, 23u}) text.insert(dash, "-");
  return text;
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

Value md5(Call& call) { return call.string(to_hex(digest_of(Digest::md5, call.chars(0)))); }

Value sha1(Call& call) { return call.string(to_hex(digest_of(Digest::sha1, call.chars(0)))); }

Value sha256(Call& call) { return call.string(to_hex(digest_of(Digest::sha256, call.chars(0)))); }

Value sha512(Call& call) { return call.string(to_hex(digest_of(Digest::sha512, call.chars(0)))); }

Value base64_sha256(Call& call) { return call.string(to_base64(digest_of(Digest::sha256, call.chars(0)))); }

Value base64_sha512(Call& call) { return call.string(to_base64(digest_of(Digest::sha512, call.chars(0)))); }

Value uuid_v5(Call& call) {
  std::string_view id = call.chars(0);
  for (const Namespace& known : namespaces) {
    if (known.name == id) id = known.id;
  }
  const std::optional<std::string> prefix = bytes_of_uuid(id);
  if (!prefix) return call.refuse();
  std::string bytes = digest_of(Digest::sha1, *prefix + std::string(call.chars(1))).substr(0, 16);
  bytes[6] = static_cast<char>((static_cast<unsigned char>(bytes[6]) & 0x0fu) | 0x50u);
  bytes[8] = static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3fu) | 0x80u);
  return call.string(uuid_of_bytes(bytes));
}

}  // namespace smtplint::terraform::functions
