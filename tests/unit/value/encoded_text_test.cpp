#include "value/encoded_text.h"

#include <gtest/gtest.h>

#include "value/text.h"

namespace smtplint {
namespace {

constexpr DecodingLimits limits{1u << 20u};
const Place place{SourceId{0}, {10, 15}};

Value literal(ValueStore& store, std::string_view chars) {
  TextBuilder builder(store);
  const auto size = static_cast<std::uint32_t>(chars.size());
  const Place written{SourceId{0}, {10, 10 + size}};
  const ProvenanceId origin = store.step(How::literal, written);
  builder.verbatim(chars, written, origin);
  return builder.finish(origin);
}

TEST(Base64, AgreesWithItself) {
  for (const std::string_view text : {"", "a", "ab", "abc", "abcd"}) {
    EXPECT_EQ(from_base64(to_base64(text)), text);
  }
  EXPECT_EQ(to_base64("hello"), "aGVsbG8=");
  EXPECT_EQ(from_base64("aGVs\r\nbG8="), "hello");
}

TEST(Base64, RefusesWhatIsNone) {
  for (const std::string_view text : {"a", "aGVsbG8", "a===", "!!!!", "=aaa", "aa=a"}) {
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
  }
}

TEST(EncodedText, GivesBackThePiecesOfWhatWasEncoded) {
  ValueStore store;
  const Value text = literal(store, "port=25");
  const Value encoded = encode_base64(store, text, no_provenance);
  EXPECT_EQ(encoded.text().chars, "cG9ydD0yNQ==");
  const Value decoded = decode_base64(store, encoded, no_provenance);
  const TextOrigin origin = text_origin(store, decoded, 5, 2);
  EXPECT_TRUE(origin.exact);
  EXPECT_EQ(origin.place.span, (Span{15, 17}));
}

TEST(EncodedText, IsRememberedInsideOtherTexts) {
  ValueStore store;
  const Value encoded = encode_base64(store, literal(store, "port=25"), no_provenance);
  TextBuilder builder(store);
  builder.derived("content: ", place, no_provenance);
  builder.part(encoded.text(), 0, encoded.text().chars.size(), no_provenance);
  builder.derived("\n", place, no_provenance);
  const Value around = builder.finish(no_provenance);
  const Value whole = text_part(store, around, 9, encoded.text().chars.size());
  EXPECT_EQ(text_origin(store, decode_base64(store, whole, no_provenance), 5, 2).place.span, (Span{15, 17}));
  const Value cut = text_part(store, around, 9, 8);
  EXPECT_EQ(decode_base64(store, cut, no_provenance).text().chars, "port=2");
  EXPECT_FALSE(text_origin(store, decode_base64(store, cut, no_provenance), 5, 1).exact);
}

TEST(EncodedText, OfAPartOfALiteralIsThatPart) {
  ValueStore store;
  const Value text = literal(store, "content: cG9ydD0yNQ== # port");
  const Value decoded = decode_base64(store, text_part(store, text, 9, 12), no_provenance);
  const ProvenanceId origin = text_origin(store, decoded, 5, 2).origin;
  EXPECT_EQ(store.provenance().step(origin).place.span, (Span{19, 31}));
}

TEST(EncodedText, KnowsNothingBehindAHole) {
  ValueStore store;
  TextBuilder builder(store);
  builder.derived("abcde", place, no_provenance);
  builder.hole(store.reason(ReasonKind::no_value, "var.x"), place, no_provenance);
  builder.derived("fg", place, no_provenance);
  const Value text = builder.finish(no_provenance);
  const Value encoded = encode_base64(store, text, no_provenance);
  EXPECT_EQ(encoded.text().chars, "YWJj" + std::string(hole_text));
  EXPECT_EQ(decode_base64(store, encoded, no_provenance).text().chars, text.text().chars);
}

TEST(EncodedText, UnpacksItsOwnGzipWithoutKnowingItsBytes) {
  ValueStore store;
  const Reason* opaque = store.reason(ReasonKind::unsupported_function, "base64gzip");
  const Value packed = encode_base64_gzip(store, literal(store, "#cloud-config"), no_provenance, opaque);
  EXPECT_FALSE(packed.wholly_known());
  EXPECT_EQ(decode_base64_gzip(store, packed, no_provenance, limits).text().chars, "#cloud-config");
}

TEST(EncodedText, UnpacksGzipThatSomebodyWrote) {
  ValueStore store;
  const Value written = literal(store, "H4sIAAAAAAAA/8pIzcnJBwAAAP//AQAA//+GphA2BQAAAA==");
  EXPECT_EQ(decode_base64_gzip(store, written, no_provenance, limits).text().chars, "hello");
}

TEST(EncodedText, IsAbsentWhereNothingCanBeDecoded) {
  ValueStore store;
  EXPECT_TRUE(decode_base64(store, literal(store, "no base64!"), no_provenance).is_absent());
  EXPECT_TRUE(decode_base64(store, literal(store, "/w=="), no_provenance).is_absent());
  EXPECT_TRUE(decode_base64_gzip(store, literal(store, "aGVsbG8="), no_provenance, limits).is_absent());
}

TEST(EncodedText, StopsUnpackingAtTheLimitAndSaysSo) {
  ValueStore store;
  const Value thousand_letters = literal(store, "H4sIAAAAAAACAzMwGAWjYBQMdwAAg5lfqOgDAAA=");
  EXPECT_EQ(decode_base64_gzip(store, thousand_letters, no_provenance, limits).text().chars.size(), 1000u);
  const Value cut_off = decode_base64_gzip(store, thousand_letters, no_provenance, {100});
  ASSERT_TRUE(cut_off.is_unknown());
  EXPECT_EQ(cut_off.reason().kind, ReasonKind::limit);
}

}  // namespace
}  // namespace smtplint
