// Tags of YAML, and what stands behind them.
#include <gtest/gtest.h>

#include <algorithm>

#include "frontend/config/formats.h"

namespace smtplint::config {
namespace {

const Node& member(const Node& map, std::string_view name) {
  const auto found = std::ranges::find(map.members, name, &Member::name);
  EXPECT_NE(found, map.members.end()) << name;
  return found->value;
}

TEST(ConfigTags, HaveTheirValueBehindThem) {
  const std::string_view text = "a: !reset\n\"b c\": !!str 25\nd: !x \"\"\ne: !x 'y'\n";
  const Reading reading =
      read_yaml(text, {.nesting = 64, .parse_progress_per_kilobyte = 1000, .nodes = 1000});
  ASSERT_EQ(reading.documents.size(), 1u);
  const Node& document = reading.documents.front();
  EXPECT_EQ(member(document, "a").text, "");
  EXPECT_EQ(member(document, "a").span.length(), 0u) << "the next key is none of it";
  const auto written = [&text](const Node& node) { return text.substr(node.span.begin, node.span.length()); };
  EXPECT_EQ(written(member(document, "b c")), "25");
  EXPECT_EQ(written(member(document, "d")), "");
  EXPECT_EQ(text[member(document, "d").span.begin], '"');
  EXPECT_EQ(written(member(document, "e")), "y");
}

}  // namespace
}  // namespace smtplint::config
