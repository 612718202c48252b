#include "base/digest.h"
#include "base/percent_encoding.h"
#include "frontend/terraform/functions/computations.h"
#include "value/encoded_text.h"

namespace smtplint::terraform::functions {
namespace {

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
    const auto high = hex_digit((*digits)[i]), low = hex_digit((*digits)[i + 1]);
    if (!high || !low) return std::nullopt;
    bytes += static_cast<char>(*high * 16 + *low);
  }
  return bytes;
}

}  // namespace

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
  return call.string(uuid_of_name(*prefix, call.chars(1)));
}

}  // namespace smtplint::terraform::functions
