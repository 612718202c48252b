#include "value/encoded_text.h"

#include <mbedtls/base64.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/assert.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "value/text.h"

namespace smtplint {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

/// What every gzip file of Terraform begins with, in base64.
constexpr std::string_view gzip_header = "H4sIAAAAAAAA/";

Value encoded(ValueStore& store, TextBuilder& builder, Value string, TextEncoding encoding,
              ProvenanceId origin) {
  const std::span<const Piece> made = builder.finish(origin).text().pieces;
  std::vector<Piece> pieces(made.begin(), made.end());
  if (!pieces.empty()) {
    const std::vector<EncodedText> of{{encoding, string.node(), pieces.back().reason}};
    pieces.front().encoded = store.keep(of).data();
  }
  const Value result = store.string({store.keep(builder.chars()), store.keep(pieces)}, origin);
  return string.sensitive() ? store.as_sensitive(result) : result;
}

Place place_of(const ValueStore& store, Value value) {
  return store.provenance().step(value.provenance()).place;
}

/// The very string that was encoded, if it is remembered and all of its encoding is there.
Value remembered(ValueStore& store, Value string, TextEncoding encoding, ProvenanceId origin) {
  const std::span<const Piece> pieces = string.text().pieces;
  const EncodedText* known = pieces.empty() ? nullptr : pieces.front().encoded;
  if (known == nullptr || known->encoding != encoding) return {};
  const bool alone = pieces.size() == 1 || (pieces.size() == 2 && known->hole != nullptr);
  if (!alone || pieces.back().reason != known->hole) return {};
  const Value result = store.with_provenance(Value(known->text), origin);
  return string.sensitive() ? store.as_sensitive(result) : result;
}

/// One derived piece; where the encoded text is a part of a literal, that part is its place.
Value decoded(ValueStore& store, Value string, std::string_view chars, ProvenanceId origin) {
  if (!utf8::is_valid(chars)) return {};
  TextBuilder builder(store);
  const std::size_t length = string.text().chars.size();
  const TextOrigin whole = text_origin(store, string, 0, length);
  builder.derived(chars, whole.place, part_provenance(store, string, 0, length));
  const Value result = builder.finish(origin);
  return string.sensitive() ? store.as_sensitive(result) : result;
}

/// zlib's state, ended whatever happens.
class Unpacker {
 public:
  Unpacker() { ready_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK; }
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
  ~Unpacker() {
    if (ready_) inflateEnd(&stream_);
  }

  [[nodiscard]] std::optional<std::string> unpack(std::string_view bytes, std::uint64_t largest) {
    std::string input(bytes), result;
    std::array<char, 16384> buffer{};
    stream_.next_in = reinterpret_cast<Bytef*>(input.data());
    stream_.avail_in = static_cast<uInt>(input.size());
    int state = ready_ ? Z_OK : Z_STREAM_ERROR;
    while (state == Z_OK && result.size() <= largest) {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = static_cast<uInt>(buffer.size());
      state = inflate(&stream_, Z_NO_FLUSH);
      result.append(buffer.data(), buffer.size() - stream_.avail_out);
    }
    too_large_ = result.size() > largest;
    if (state != Z_STREAM_END || too_large_) return std::nullopt;
    return result;
  }
  [[nodiscard]] bool too_large() const { return too_large_; }

 private:
  z_stream stream_{};
  bool ready_ = false;
  bool too_large_ = false;
};

}  // namespace

std::string to_base64(std::string_view bytes) {
  const std::size_t length = (bytes.size() + 2) / 3 * 4;
  std::string text(length + 1, '\0');
  std::size_t written = 0;
  const int failed =
      mbedtls_base64_encode(bytes_of(text), text.size(), &written, bytes_of(bytes), bytes.size());
  SMTPLINT_ASSERT(failed == 0 && written == length);
  text.resize(length);
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c != '\n' && c != '\r'; });
  const bool blank = digits.find(' ') != std::string::npos;  // which the library would let pass at the end
  if (digits.size() % 4 != 0 || blank) return std::nullopt;
  std::string bytes(digits.size() / 4 * 3, '\0');
  std::size_t written = 0;
  if (mbedtls_base64_decode(bytes_of(bytes), bytes.size(), &written, bytes_of(std::string_view(digits)),
                            digits.size()) != 0)
    return std::nullopt;
  bytes.resize(written);
  return bytes;
}

std::optional<std::string> from_gzip(std::string_view bytes, std::uint64_t largest) {
  if (bytes.size() > largest) return std::nullopt;
  return Unpacker().unpack(bytes, largest);
}

Value encode_base64(ValueStore& store, Value string, ProvenanceId origin) {
  const Text& text = string.text();
  TextBuilder builder(store);
  const Piece* hole = nullptr;
  for (const Piece& piece : text.pieces) {
    const bool known = piece.kind == PieceKind::verbatim || piece.kind == PieceKind::derived;
    if (!known && hole == nullptr) hole = &piece;
  }
  const std::size_t known_bytes = hole == nullptr ? text.chars.size() : hole->begin / 3 * 3;
  builder.derived(to_base64(text.chars.substr(0, known_bytes)), place_of(store, string), string.provenance());
  if (hole != nullptr && hole->kind == PieceKind::hole) builder.hole(hole->reason, hole->place, hole->origin);
  if (hole != nullptr && hole->kind == PieceKind::reference) {
    const std::string name = std::string(hole->reference->address) + "." + std::string(hole->reference->path);
    builder.hole(store.reason(ReasonKind::runtime_only, name, hole->place), hole->place, hole->origin);
  }
  return encoded(store, builder, string, TextEncoding::base64, origin);
}

Value encode_base64_gzip(ValueStore& store, Value string, ProvenanceId origin, const Reason* opaque) {
  TextBuilder builder(store);
  builder.derived(gzip_header, place_of(store, string), string.provenance());
  builder.hole(opaque, place_of(store, string), string.provenance());
  return encoded(store, builder, string, TextEncoding::base64_gzip, origin);
}

Value decode_base64(ValueStore& store, Value string, ProvenanceId origin) {
  if (const Value known = remembered(store, string, TextEncoding::base64, origin); !known.is_absent())
    return known;
  if (string.text().has_holes()) return {};
  const std::optional<std::string> bytes = from_base64(string.text().chars);
  return bytes ? decoded(store, string, *bytes, origin) : Value();
}

Value decode_base64_gzip(ValueStore& store, Value string, ProvenanceId origin, const DecodingLimits& limits) {
  const Value known = remembered(store, string, TextEncoding::base64_gzip, origin);
  if (!known.is_absent()) return known;
  if (string.text().has_holes()) return {};
  const std::optional<std::string> packed = from_base64(string.text().chars);
  if (!packed || packed->size() > limits.text_bytes) return {};
  Unpacker unpacker;
  const std::optional<std::string> bytes = unpacker.unpack(*packed, limits.text_bytes);
  if (bytes) return decoded(store, string, *bytes, origin);
  return unpacker.too_large()
             ? store.unknown(ReasonKind::limit, to_string(Limit::text_bytes), place_of(store, string))
             : Value();
}

}  // namespace smtplint
