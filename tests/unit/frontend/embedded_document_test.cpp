#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "frontend/config/config.h"
#include "marked_source.h"
#include "value/text.h"

namespace smtplint::config {
namespace {

constexpr Limits limits{1u << 20u, 100, 4000, 1000};

/// A document as the text of a value; `%{x}` is a part that is not known, `[[` and `]]` mark places.
class Document {
 public:
  explicit Document(std::string_view marked) : places(add_marked(sources, "document", marked)) {
    const std::string_view text = sources.get(SourceId{0}).text();
    const ProvenanceId origin = store.step(How::literal, place(0, text.size()));
    TextBuilder builder(store);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t hole = std::min(text.find("%{x}", at), text.size());
      if (hole > at) builder.verbatim(text.substr(at, hole - at), place(at, hole), origin);
      if (hole == text.size()) break;
      builder.hole(store.reason(ReasonKind::no_value, "x"), place(hole, hole + 4), origin);
      at = hole + 4;
    }
    value = builder.finish(origin);
  }

  [[nodiscard]] static Place place(std::size_t begin, std::size_t end) {
    return {SourceId{0}, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
  }

  [[nodiscard]] Place place_of(Value text, std::string_view part) const {
    return text_origin(store, text, text.text().chars.find(part), part.size()).place;
  }

  SourceStore sources;
  ValueStore store;
  std::vector<Place> places;
  Value value;
};

TEST(EmbeddedDocument, GivesSettingsWithTheirPlaces) {
  Document document("smtp:\n  host: [[smtp.contoso.com]]\n  port: 25\n");
  const EmbeddedDocument read = read_embedded(document.value, limits, document.store);
  ASSERT_EQ(read.settings.size(), 1u);
  ASSERT_EQ(read.settings[0].values.size(), 2u);
  EXPECT_EQ(read.settings[0].values[0].path, "smtp.host");
  EXPECT_EQ(document.place_of(read.settings[0].values[0].value, "smtp.contoso.com"), document.places[0]);
}

/// What is written in several lines or with escapes still leads to where it is written.
TEST(EmbeddedDocument, FollowsBlocksAndEscapes) {
  Document block("text: |\n  a\n  b [[c]]\n");
  const Value value = read_document_value(block.value, limits, block.store).find("text");
  ASSERT_EQ(value.text().chars, "a\nb c\n");
  EXPECT_EQ(block.place_of(value, "c"), block.places[0]);
  Document quoted("text: \"a\\nb [[c]]\"\n");
  const Value escaped = read_document_value(quoted.value, limits, quoted.store).find("text");
  ASSERT_EQ(escaped.text().chars, "a\nb c");
  EXPECT_EQ(quoted.place_of(escaped, "c"), quoted.places[0]);
  Document apostrophe("text: 'it''s [[c]]'\n");
  const Value single = read_document_value(apostrophe.value, limits, apostrophe.store).find("text");
  ASSERT_EQ(single.text().chars, "it's c");
  EXPECT_EQ(apostrophe.place_of(single, "c"), apostrophe.places[0]);
}

TEST(EmbeddedDocument, IsWrongOnlyWhereAllOfItIsKnown) {
  const std::string_view text = "a:\n  b: 1\n%{x}\n  c: 2\n";
  Document open(text);
  const EmbeddedDocument read = read_embedded(open.value, limits, open.store);
  EXPECT_TRUE(read.events.empty());
  EXPECT_TRUE(read.unread_from) << "but it is known that something is missing";
  Document known("a:\n  b: 1\nzones\n  c: 2\n");
  EXPECT_EQ(read_embedded(known.value, limits, known.store).events.size(), 1u);
  Document whole("a: %{x}\n");
  EXPECT_FALSE(read_embedded(whole.value, limits, whole.store).unread_from);
}

TEST(EmbeddedDocument, SaysWhatEachSettingMayBeWhereTheTextIsOneOfTwo) {
  Document document("host: a\nport: 25\n");
  TextBuilder builder(document.store);
  builder.derived("host: a\nuser: b\n", {}, no_provenance);
  const std::vector<Choice> taken{{0, true}};
  const std::vector<Choice> not_taken{{0, false}};
  const Value text =
      document.store.alternatives({{document.value, document.store.keep(taken)},
                                   {builder.finish(no_provenance), document.store.keep(not_taken)}},
                                  {});
  const EmbeddedDocument read = read_embedded(text, limits, document.store);
  ASSERT_EQ(read.settings.size(), 1u);
  const std::vector<Setting>& settings = read.settings[0].values;
  ASSERT_EQ(settings.size(), 3u);
  EXPECT_TRUE(settings[0].value.is(ValueType::string)) << "both texts have that host";
  for (const Setting& setting : {settings[1], settings[2]}) {
    ASSERT_TRUE(setting.value.is(ValueType::alternatives)) << setting.path;
    EXPECT_TRUE(std::ranges::any_of(setting.value.alternatives(),
                                    [](const Alternative& one) { return one.value.is_absent(); }));
  }
}

TEST(EmbeddedDocument, LeavesSettingsOpenWhereOneOfItsTextsIsNotKnown) {
  Document document("port: 25\n");
  const std::vector<Choice> taken{{0, true}};
  const std::vector<Choice> not_taken{{0, false}};
  const Value text = document.store.alternatives(
      {{document.value, document.store.keep(taken)},
       {document.store.unknown(ReasonKind::no_value, "x", {}), document.store.keep(not_taken)}},
      {});
  const EmbeddedDocument read = read_embedded(text, limits, document.store);
  ASSERT_EQ(read.settings.size(), 1u);
  EXPECT_FALSE(read.settings[0].complete);
  EXPECT_FALSE(read.settings[0].values[0].value.wholly_known());
}

TEST(EmbeddedDocument, KeepsWhatIsNotKnown) {
  Document document("text: |\n  a %{x}\n  b\n");
  const Value value = read_document_value(document.value, limits, document.store).find("text");
  ASSERT_TRUE(value.is(ValueType::string));
  EXPECT_TRUE(value.text().has_holes());
  EXPECT_TRUE(value.text().chars.ends_with("\nb\n"));
}

TEST(EmbeddedDocument, IsUnknownWhereItCannotBeRead) {
  Document document("a: [b\n");
  EXPECT_TRUE(read_document_value(document.value, limits, document.store).is_unknown());
}

}  // namespace
}  // namespace smtplint::config
