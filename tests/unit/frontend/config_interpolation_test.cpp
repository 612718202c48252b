#include "frontend/config/interpolation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marked_source.h"
#include "value/text.h"

namespace smtplint::config {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A text of a Compose file, in which `HOST`, `PORT` and the empty `NOTHING` are known.
class Filled {
 public:
  explicit Filled(std::string_view marked) : places(add_marked(sources, "compose.yml", marked)) {
    const std::string_view text = sources.get(SourceId{0}).text();
    const Place whole{SourceId{0}, {0, static_cast<std::uint32_t>(text.size())}};
    const ProvenanceId origin = store.step(How::literal, whole);
    TextBuilder builder(store);
    builder.verbatim(text, whole, origin);
    const FindVariable find = [this](std::string_view name) -> std::optional<Value> {
      if (name == "HOST") return store.string("smtp.contoso.com");
      if (name == "PORT") return store.string("587");
      if (name == "NOTHING") return store.string("");
      return std::nullopt;
    };
    Interpolated filled = interpolate(builder.finish(origin), find, store);
    value = filled.value;
    variables = std::move(filled.variables);
  }

  /// With `?` for each part that is not known.
  [[nodiscard]] std::string text() const {
    std::string shown(value.text().chars);
    for (std::size_t at = shown.find(hole_text); at != std::string::npos; at = shown.find(hole_text))
      shown.replace(at, hole_text.size(), "?");
    return shown;
  }

  SourceStore sources;
  ValueStore store;
  std::vector<Place> places;
  Value value;
  std::vector<std::string> variables;
};

TEST(Interpolation, TakesKnownVariables) {
  EXPECT_EQ(Filled("$HOST:${PORT}").text(), "smtp.contoso.com:587");
  EXPECT_EQ(Filled("${HOST:-other}").text(), "smtp.contoso.com");
  EXPECT_EQ(Filled("a$$b").text(), "a$b");
  EXPECT_EQ(Filled("5$ and $9 and ${").text(), "5$ and $9 and ${");
}

TEST(Interpolation, TellsAnEmptyVariableFromNone) {
  EXPECT_EQ(Filled("${NOTHING-25}").text(), "");
  EXPECT_EQ(Filled("${NOTHING:-25}").text(), "25");
}

TEST(Interpolation, TakesDefaultsWithTheirPlaceUnlessSomebodySetsTheVariable) {
  const Filled whole("${A:-[[25]]}");
  EXPECT_EQ(whole.text(), "25");
  EXPECT_EQ(text_origin(whole.store, whole.value, 0, 2).place, whole.places[0]);
  EXPECT_THAT(whole.variables, ElementsAre("A"));
  EXPECT_EQ(Filled("${A-25}").text(), "25");
  const Filled parts("smtp://${A:-h}:${B:-25}/");
  EXPECT_EQ(parts.text(), "smtp://h:25/");
  EXPECT_THAT(parts.variables, ElementsAre("A", "B"));
  EXPECT_EQ(Filled("${A:-${B:-${PORT}}}").text(), "587");
  EXPECT_THAT(Filled("${PORT:-25}").variables, IsEmpty());
}

TEST(Interpolation, LeavesOpenWhatNobodySays) {
  EXPECT_EQ(Filled("${A}:25").text(), "?:25");
  EXPECT_EQ(Filled("${A:?set it}").text(), "?");
  EXPECT_EQ(Filled("x${HOST:+y}").text(), "x?") << "what counts where it is set is not followed";
}

/// Defaults of defaults end somewhere.
TEST(Interpolation, IsBounded) {
  std::string deep = "25";
  for (int i = 0; i < 1000; ++i) deep = "${A" + std::to_string(i) + ":-" + deep + "}";
  EXPECT_EQ(Filled(deep).text(), "?");
  std::string wide;
  for (int i = 0; i < 10000; ++i) wide += "${HOST}";
  EXPECT_TRUE(Filled(wide).value.is_unknown());
}

TEST(Interpolation, NamesTheVariablesOfAText) {
  EXPECT_THAT(variables_in("a $ONE b ${TWO} $$NO ${THREE:-${FOUR}} ${FIVE?m} $"),
              testing::ElementsAre("ONE", "TWO", "THREE", "FOUR", "FIVE"));
  EXPECT_THAT(variables_in("$$$A ${ ${1}"), testing::ElementsAre("A"));
}

}  // namespace
}  // namespace smtplint::config
