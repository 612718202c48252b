#include "syntax/parse_cache.h"

#include <gtest/gtest.h>

namespace smtplint {
namespace {

/// A "tree" that knows how often one was made.
struct Length {
  std::size_t bytes = 0;
  int number = 0;
};

class ParseCacheTest : public testing::Test {
 protected:
  std::shared_ptr<const Length> length(ParseCache& cache, std::string_view language, std::string_view text) {
    return cache.tree<Length>(language, text, [this](std::string_view kept) {
      return std::make_shared<const Length>(Length{kept.size(), ++made});
    });
  }

  int made = 0;
};

TEST_F(ParseCacheTest, GivesTheSameTreeForTheSameText) {
  ParseCache cache;
  const auto first = length(cache, "hcl", "a = 1");
  EXPECT_EQ(length(cache, "hcl", std::string("a = ") + "1"), first);
  EXPECT_EQ(made, 1);
}

TEST_F(ParseCacheTest, TellsLanguagesApart) {
  ParseCache cache;
  EXPECT_NE(length(cache, "hcl", "{}"), length(cache, "json", "{}"));
  EXPECT_EQ(made, 2);
}

TEST_F(ParseCacheTest, DropsWhatWasNotUsedLongest) {
  ParseCache cache(10);
  (void)length(cache, "hcl", "aaaa");
  (void)length(cache, "hcl", "bbbb");
  (void)length(cache, "hcl", "aaaa");
  (void)length(cache, "hcl", "cccc");
  EXPECT_EQ(cache.size(), 2u);
  (void)length(cache, "hcl", "aaaa");
  EXPECT_EQ(made, 3);
  (void)length(cache, "hcl", "bbbb");
  EXPECT_EQ(made, 4);
}

TEST_F(ParseCacheTest, KeepsOneHoweverLarge) {
  ParseCache cache(1);
  (void)length(cache, "hcl", "longer than that");
  (void)length(cache, "hcl", "longer than that");
  EXPECT_EQ(made, 1);
  EXPECT_EQ(cache.size(), 1u);
}

TEST_F(ParseCacheTest, TreesOutliveTheCache) {
  std::shared_ptr<const Length> tree;
  {
    ParseCache cache;
    tree = length(cache, "hcl", "abc");
  }
  EXPECT_EQ(tree->bytes, 3u);
}

}  // namespace
}  // namespace smtplint
