#include <gtest/gtest.h>

#include "frontend/script/sed_script.h"

namespace smtplint::script {
namespace {

/// The edits as `replacement[...] line[...]`.
std::string edits(std::string_view script) {
  std::string text;
  for (const SedEdit& edit : sed_edits(script)) {
    constexpr std::string_view names[] = {"replacement", "line", "other"};
    text += (text.empty() ? "" : " ") + std::string(names[static_cast<std::size_t>(edit.kind)]) + "[" +
            std::string(script.substr(edit.begin, edit.end - edit.begin)) + "]";
  }
  return text;
}

TEST(SedScript, HasReplacements) {
  EXPECT_EQ(edits("s/a/b/"), "replacement[b]");
  EXPECT_EQ(edits("s|^a=.*|a = b/c|g"), "replacement[a = b/c]");
  EXPECT_EQ(edits(R"(s/a/b\/c/)"), R"(replacement[b\/c])");
  EXPECT_EQ(edits("s/a/b/; s/c/d/I"), "replacement[b] replacement[d]");
  EXPECT_EQ(edits("/x/s/a/b/\n/y/!{s/c/d/}"), "replacement[b] replacement[d]");
}

TEST(SedScript, HasLines) {
  EXPECT_EQ(edits("/^a/c a = b"), "line[a = b]");
  EXPECT_EQ(edits("/^a/c\\a = b"), "line[a = b]");
  EXPECT_EQ(edits("$ a\\\na = b"), "line[a = b]");
  EXPECT_EQ(edits("1i a = b; c\nd"), "line[a = b; c] other[d]");
}

TEST(SedScript, LeavesOutWhatChangesNothing) {
  EXPECT_EQ(edits("/a/p;n;q"), "");
  EXPECT_EQ(edits("2,/b/d"), "other[2,/b/d]");
}

TEST(SedScript, KnowsWhatIsPlain) {
  EXPECT_EQ(sed_edits("s/{HOST}/h/I").front().plain, "{HOST}");
  EXPECT_EQ(sed_edits("s/a{2}/h/").front().plain, "");
  EXPECT_EQ(sed_edits("s/__HOST__/h/g").front().plain, "__HOST__");
  EXPECT_TRUE(sed_edits("s/a/b/g").front().everywhere);
  EXPECT_EQ(sed_edits("s/a/b/2").front().plain, "");
  EXPECT_EQ(sed_edits("/x/s/a/b/").front().plain, "");
  EXPECT_EQ(sed_edits("s/^a/b/").front().plain, "");
}

TEST(SedScript, SaysWhatItCannotRead) {
  EXPECT_EQ(edits("s/a/b"), "other[s/a/b]");
  EXPECT_EQ(edits("/a"), "other[/a]");
  EXPECT_EQ(edits("s/a/b/w f"), "other[s/a/b/w f]");
  EXPECT_EQ(edits(""), "");
}

}  // namespace
}  // namespace smtplint::script
