#include "value/text.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

constexpr SourceId source{0};

/// A string that stands verbatim at `begin` in the source.
Value written(ValueStore& store, std::string_view chars, std::uint32_t begin) {
  const Place place{source, {begin, begin + static_cast<std::uint32_t>(chars.size())}};
  TextBuilder builder(store);
  const ProvenanceId literal = store.step(How::literal, place);
  builder.verbatim(chars, place, literal);
  return builder.finish(literal);
}

TEST(Text, APartKnowsItsOwnBytesOfTheFile) {
  ValueStore store;
  const Value host = written(store, "smtp.sendgrid.net:25", 100);
  const TextOrigin port = text_origin(store, host, 18, 2);
  EXPECT_TRUE(port.exact);
  EXPECT_FALSE(port.whole_piece);
  EXPECT_EQ(port.place.span, (Span{118, 120}));
}

TEST(Text, PiecesSurviveCuttingAndJoining) {
  ValueStore store;
  const Value first = written(store, "abc", 10);
  const Value second = written(store, "25", 50);
  TextBuilder builder(store);
  ASSERT_TRUE(builder.append(text_part(store, first, 1, 2), {}));
  builder.derived(":", {source, {5, 6}}, no_provenance);
  ASSERT_TRUE(builder.append(second, {}));
  const Value joined = builder.finish(no_provenance);
  EXPECT_EQ(joined.text().chars, "bc:25");
  EXPECT_EQ(text_origin(store, joined, 0, 2).place.span, (Span{11, 13}));
  EXPECT_EQ(text_origin(store, joined, 3, 2).place.span, (Span{50, 52}));
  EXPECT_TRUE(text_origin(store, joined, 3, 2).whole_piece);
  EXPECT_FALSE(text_origin(store, joined, 1, 3).exact);
}

TEST(Text, ATextWithHolesIsStillText) {
  ValueStore store;
  TextBuilder builder(store);
  builder.derived("[", {}, no_provenance);
  ASSERT_TRUE(builder.append(store.unknown(ReasonKind::no_value, "var.host"), {}));
  builder.derived("]:25", {}, no_provenance);
  const Value text = builder.finish(no_provenance);
  EXPECT_EQ(text.text().chars, "[" + std::string(hole_text) + "]:25");
  EXPECT_TRUE(text.text().has_holes());
  EXPECT_EQ(text.text().pieces[1].reason->name, "var.host");
}

TEST(Text, SecrecySpreads) {
  ValueStore store;
  const Value secret = store.as_sensitive(written(store, "hunter2", 0));
  TextBuilder builder(store);
  ASSERT_TRUE(builder.append(secret, {}));
  EXPECT_TRUE(builder.finish(no_provenance).sensitive());
  EXPECT_TRUE(text_part(store, secret, 0, 1).sensitive());
}

TEST(Text, AListIsNoText) {
  ValueStore store;
  TextBuilder builder(store);
  EXPECT_FALSE(builder.append(store.sequence(ValueType::tuple, {}), {}));
  EXPECT_FALSE(builder.append(store.null(), {}));
}

}  // namespace
}  // namespace smtplint
