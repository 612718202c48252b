// Files: statements, labels, comments, and what Terraform refuses in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "marked_source.h"
#include "support/hcl_dump.h"
#include "syntax/hcl/tree.h"

namespace smtplint::hcl {
namespace {

TEST(HclFile, BlocksLabelsAndBodies) {
  const std::string_view text = "resource \"a\" b {\n  c = 1\n  d { e = \"f\" }\n  d {}\n}\ng = 2";
  const auto tree = parse_file(text);
  EXPECT_TRUE(tree->errors().empty());
  EXPECT_EQ(dump(text, tree->body()), "g = 2\nresource 'a' 'b' {\nc = 1\nd {\ne = \"f\"\n}\nd {\n}\n}\n");
}

TEST(HclFile, SpansOfABlock) {
  const MarkedText marked =
      MarkedText::parse("[[[[[[resource]] \"[[a]]\" [[b]]]] {[[\n  [[[[c]] = [[1]]]]\n]]}]]\n");
  const auto tree = parse_file(marked.text);
  const Block& block = tree->body().blocks[0];
  const Attribute& attribute = block.body.attributes[0];
  const std::vector<Span> spans{block.span,           block.header,         block.type_span,
                                block.labels[0].span, block.labels[1].span, block.body.span,
                                attribute.span,       attribute.name_span,  attribute.value->span};
  EXPECT_EQ(spans, marked.spans);
}

TEST(HclFile, AnEscapedLabelIsDecoded) {
  const auto tree = parse_file("a \"b\\\"$${c}\" {}\n");
  EXPECT_EQ(tree->body().blocks[0].labels[0].text, "b\"${c}");
}

TEST(HclFile, CommentsOfAllKinds) {
  const MarkedText marked = MarkedText::parse(
      "[[# a]]\nb = 1 [[// c]]\r\nd = [ [[/* e\n*/]] 2 [[# f]]\n]\ng = <<EOT\n# no comment\nEOT\n");
  const auto tree = parse_file(marked.text);
  EXPECT_TRUE(tree->errors().empty());
  std::vector<Span> spans;
  for (const Comment& comment : tree->comments()) spans.push_back(comment.span);
  EXPECT_EQ(spans, marked.spans);
}

TEST(HclFile, AMarkOfAnotherEntryIsNoStatement) {
  for (const std::string_view text : {"\x01"
                                      "a",
                                      "\x02"
                                      "a",
                                      "\x03"
                                      "a = 1",
                                      "\x03"}) {
    EXPECT_FALSE(parse_file(text)->errors().empty());
  }
}

struct Refusal {
  std::string_view marked;
  std::string_view message;
};

class HclRefusal : public testing::TestWithParam<Refusal> {};

TEST_P(HclRefusal, SaysWhatAndWhere) {
  const MarkedText marked = MarkedText::parse(GetParam().marked);
  const auto tree = parse_file(marked.text);
  ASSERT_FALSE(tree->errors().empty());
  EXPECT_EQ(tree->errors()[0].message, GetParam().message);
  EXPECT_EQ(tree->errors()[0].span, marked.spans[0]);
  EXPECT_EQ(tree->errors().size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(
    All, HclRefusal,
    testing::Values(Refusal{"a = 1\n[[a]] = 2\n", "argument `a` is already set in this body"},
                    Refusal{"a =[[\n]]1\n", "a newline is not allowed here"},
                    Refusal{"a = b +[[\n]]c\n", "a newline is not allowed here"},
                    Refusal{"a {\n  b = 1 [[}]]\n",
                            "`}` must stand on a line of its own where the block has several lines"},
                    Refusal{"a [[{]] b = 1\n  c = 2\n}\n",
                            "a newline must follow `{` where the block has several lines"},
                    Refusal{"a [[\"b${c}\"]] {}\n",
                            "a label is plain text: it can hold no template and ends on its line"},
                    Refusal{"a = [[\"b]]\nc = 1\n", "string is not closed on its line"},
                    Refusal{"a = [[<<EOT]]\nb\n", "heredoc is not closed"},
                    Refusal{"a = \"[[\\d]]\"\n", "`\\d` is not a valid escape sequence"},
                    Refusal{"a = b.[[0.1]]\n", "two legacy indexes cannot follow each other: write `[0][1]`"},
                    Refusal{"a = 1\n[[/*]] b\n", "comment is not closed"},
                    Refusal{"a [[{]]\n  b = 1\n", "`{` is not closed"},
                    Refusal{"a = [[(]]1\n", "`(` is not closed"},
                    Refusal{"a = b.*.c[[.*]].d\n", "a `.*` cannot follow another one: write `[*]`"},
                    Refusal{"a = \"b%{ [[@]] }\"\n", "`@` is not expected here"}));

/// Each snippet with the verdict of `terraform fmt`; `judge.py` beside the file asks for it again.
struct Snippet {
  bool accepted;
  std::string text;
};

void replace_all(std::string& text, std::string_view sign, std::string_view meaning) {
  for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at)) {
    text.replace(at, sign.size(), meaning);
  }
}

std::vector<Snippet> read_snippets() {
  std::vector<Snippet> snippets;
  std::ifstream file(SMTPLINT_SOURCE_DIR "/tests/oracles/hcl_fmt/snippets.txt", std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    if (line == "--- accepted" || line.starts_with("--- refused: ")) {
      snippets.push_back({line == "--- accepted", {}});
    } else {
      snippets.back().text += line + "\n";
    }
  }
  for (Snippet& snippet : snippets) {
    replace_all(snippet.text, "\u240d", "\r");
    replace_all(snippet.text, "\u240c", "\f");
    replace_all(snippet.text, "\u241a\n", "");
  }
  return snippets;
}

TEST(HclFile, AcceptsAndRefusesWhatTerraformDoes) {
  const std::vector<Snippet> snippets = read_snippets();
  EXPECT_GE(snippets.size(), 300u);
  for (const Snippet& snippet : snippets) {
    const auto tree = parse_file(snippet.text);
    EXPECT_EQ(tree->errors().empty(), snippet.accepted)
        << snippet.text << (tree->errors().empty() ? "" : tree->errors()[0].message);
  }
}

}  // namespace
}  // namespace smtplint::hcl
