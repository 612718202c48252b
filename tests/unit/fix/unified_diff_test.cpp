#include "fix/unified_diff.h"

#include <gtest/gtest.h>

#include <memory>

namespace smtplint::fix {
namespace {

/// A text with edits written as `[[old=>new]]` and secrets as `[[text]]`.
struct Marked {
  std::string text;
  std::vector<Edit> edits;
  std::vector<Span> secrets;
};

Marked parse(std::string_view marked) {
  Marked result;
  while (!marked.empty()) {
    const std::size_t open = marked.find("[[");
    result.text += marked.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t arrow = marked.find("=>", open);
    const std::size_t close = marked.find("]]", open);
    const std::string_view old = marked.substr(open + 2, std::min(arrow, close) - open - 2);
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    const Span span{begin, begin + static_cast<std::uint32_t>(old.size())};
    result.text += old;
    if (arrow < close) {
      result.edits.push_back({{SourceId{0}, span}, std::string(marked.substr(arrow + 2, close - arrow - 2))});
    } else {
      result.secrets.push_back(span);
    }
    marked.remove_prefix(close + 2);
  }
  return result;
}

std::string diff(std::string_view text, std::string path = "main.tf", Encoding encoding = Encoding::utf8) {
  const Marked marked = parse(text);
  const Source source(std::move(path), marked.text, encoding);
  return unified_diff(source, marked.edits, marked.secrets).value_or("none");
}

TEST(UnifiedDiff, ShowsThreeLinesOfContext) {
  EXPECT_EQ(
      diff("1\n2\n3\n4\nport = [[25=>587]]\n6\n7\n8\n9\n"),
      "--- a/main.tf\n+++ b/main.tf\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-port = 25\n+port = 587\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, JoinsWhatLiesClose) {
  EXPECT_EQ(diff("[[a=>b]]\n2\n3\n4\n5\n6\n[[c=>d]] [[e=>f]]\n"),
            "--- a/main.tf\n+++ b/main.tf\n@@ -1,7 +1,7 @@\n-a\n+b\n 2\n 3\n 4\n 5\n 6\n-c e\n+d f\n");
  EXPECT_EQ(diff("[[a=>b]]\n2\n3\n4\n5\n6\n7\n8\n9\n[[c=>d]]\n"),
            "--- a/main.tf\n+++ b/main.tf\n@@ -1,4 +1,4 @@\n-a\n+b\n 2\n 3\n 4\n"
            "@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-c\n+d\n");
}

TEST(UnifiedDiff, CountsLinesThatComeAndGo) {
  EXPECT_EQ(diff("1\n2\n3\n[[x\n=>]]5\n6\n7\n8\n9\n10\n11\n[[c=>d]]\n"),
            "--- a/main.tf\n+++ b/main.tf\n@@ -1,7 +1,6 @@\n 1\n 2\n 3\n-x\n 5\n 6\n 7\n"
            "@@ -9,4 +8,4 @@\n 9\n 10\n 11\n-c\n+d\n");
}

TEST(UnifiedDiff, KeepsLineEndsAndTheMissingLast) {
  EXPECT_EQ(diff("a\r\n[[25=>587]]\r\nb"),
            "--- a/main.tf\n+++ b/main.tf\n@@ -1,3 +1,3 @@\n a\r\n-25\r\n+587\r\n b\n\\ No newline at end of "
            "file\n");
  EXPECT_EQ(diff("[[25=>587]]"),
            "--- a/main.tf\n+++ b/main.tf\n@@ -1,1 +1,1 @@\n-25\n\\ No newline at end of file\n"
            "+587\n\\ No newline at end of file\n");
}

TEST(UnifiedDiff, ShowsNoCredentialAsContext) {
  EXPECT_EQ(diff("a\n[[secret]]\nb\n[[25=>587]]\nc\n[[secret]]\n"),
            "--- a/main.tf\n+++ b/main.tf\n@@ -3,3 +3,3 @@\n b\n-25\n+587\n c\n");
  EXPECT_EQ(diff("a\n[[25=>587]]\n[[secret]]\nb\n"), "none")
      << "git would take the change for the end of the file";
  EXPECT_EQ(diff("a\n[[secret]]\n[[25=>587]]\n"),
            "--- a/main.tf\n+++ b/main.tf\n@@ -3,1 +3,1 @@\n-25\n+587\n");
}

TEST(UnifiedDiff, ByteOrderMarksBelongToTheFirstLine) {
  EXPECT_EQ(diff("[[25=>587]]\nb\n", "main.tf", Encoding::utf8_with_bom),
            "--- a/main.tf\n+++ b/main.tf\n@@ -1,2 +1,2 @@\n-\xef\xbb\xbf"
            "25\n+\xef\xbb\xbf"
            "587\n b\n");
  EXPECT_EQ(diff("[[25=>587]]\n", "main.tf", Encoding::utf16_little), "none");
}

TEST(UnifiedDiff, NamesFilesAsGitDoes) {
  EXPECT_TRUE(diff("[[25=>587]]\n", "a b/m\"\t.tf").starts_with("--- \"a/a b/m\\\"\\011.tf\"\t\n"));
  EXPECT_TRUE(diff("[[25=>587]]\n", "a b.tf").starts_with("--- a/a b.tf\t\n"));
  EXPECT_TRUE(diff("[[25=>587]]\n", "größe.tf").starts_with("--- a/größe.tf\n"));
}

}  // namespace
}  // namespace smtplint::fix
