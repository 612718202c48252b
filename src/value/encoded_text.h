#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/store.h"
#include "value/value.h"

namespace smtplint {

[[nodiscard]] std::string to_base64(std::string_view bytes);
/// With padding, line breaks ignored; nothing where the text is no base64.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);
/// Unpacks gzip; nothing where the bytes are none, or hold more than `largest` bytes.
[[nodiscard]] std::optional<std::string> from_gzip(std::string_view bytes, std::uint64_t largest);

/// The base64 of a string. It remembers the string, so that decoding gives back its pieces; behind an unknown
/// part nothing is known of the base64.
[[nodiscard]] Value encode_base64(ValueStore& store, Value string, ProvenanceId origin);
/// The same of the gzipped string. Which bytes a packer makes is its own affair: all but the header is a
/// hole.
[[nodiscard]] Value encode_base64_gzip(ValueStore& store, Value string, ProvenanceId origin,
                                       const Reason* opaque);

struct DecodingLimits {
  std::uint64_t text_bytes = 0;
};
/// What a base64 text holds, unpacked where it is gzip: the very string that was encoded, or else one derived
/// piece at the text's place. Absent where it is not base64 of text, or not known.
[[nodiscard]] Value decode_base64(ValueStore& store, Value string, ProvenanceId origin);
[[nodiscard]] Value decode_base64_gzip(ValueStore& store, Value string, ProvenanceId origin,
                                       const DecodingLimits& limits);

}  // namespace smtplint
