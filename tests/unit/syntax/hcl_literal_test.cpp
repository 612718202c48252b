// For every literal: reading its text gives its value, and writing the value back gives the same tree.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "support/hcl_dump.h"
#include "support/hcl_literal.h"
#include "syntax/hcl/tree.h"

namespace smtplint::hcl {
namespace {

using Visit = std::function<void(const Expr&)>;

void visit(const Body& body, const Visit& found);

void visit(const Expr* expression, const Visit& found) {
  if (expression == nullptr) return;
  found(*expression);
  for (const Expr* const child : expression->children) visit(child, found);
  for (const ObjectItem& item : expression->items) {
    visit(item.key, found);
    visit(item.value, found);
  }
  for (const TemplatePart& part : expression->parts) visit(part.expr, found);
}

void visit(const Body& body, const Visit& found) {
  for (const Attribute& attribute : body.attributes) visit(attribute.value, found);
  for (const Block& block : body.blocks) visit(block.body, found);
}

std::string replaced(std::string text, Span span, std::string_view by) {
  return text.replace(span.begin, span.length(), by);
}

int check_literals(const std::string& text) {
  const auto tree = parse_file(text);
  if (!tree->errors().empty()) return 0;
  int literals = 0;
  visit(tree->body(), [&](const Expr& expression) {
    const auto value = decode_literal(text, expression);
    if (!value) return;
    ++literals;
    const std::string slice = text.substr(expression.span.begin, expression.span.length());
    const std::string line = expression.heredoc ? slice + "\n" : slice;
    EXPECT_EQ(decode_literal(line, *parse_expression(line)->expression()), value) << slice;
    const std::string again = replaced(text, expression.span, *encode_literal(text, expression, value->text));
    const auto tree_again = parse_file(again);
    EXPECT_TRUE(tree_again->errors().empty()) << again;
    EXPECT_EQ(dump(again, tree_again->body()), dump(text, tree->body())) << slice;
  });
  return literals;
}

TEST(HclLiteral, WritingBackWhatWasReadGivesTheSameTree) {
  EXPECT_EQ(check_literals("a = [1, 1e5, true, null, \"\", \"b\\n\\\"\\\\\\u00e9$${c} %%{d} $$${e}\"]\n"), 6);
  EXPECT_EQ(check_literals("a = <<EOT\nb\n  $${c} \\n \"d\"\n\n   \nEOT\n"), 1);
  EXPECT_EQ(check_literals("a = <<-EOT\n\t  b\n\t    c\n \n\t  d\n  EOT\n"), 1);
  EXPECT_EQ(check_literals("a = <<-EOT\r\n  b\r\n    c\r\n  EOT\r\n"), 1);
  EXPECT_EQ(check_literals("a = <<EOT\nEOT\nb = <<-EOT\n\n  \n  EOT\n"), 2);
}

TEST(HclLiteral, HoldsForAllThatTerraformAccepts) {
  std::ifstream file(SMTPLINT_SOURCE_DIR "/tests/oracles/hcl_fmt/snippets.txt", std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  std::string text = all.str();
  int literals = 0;
  for (std::size_t at = 0; at != std::string::npos;) {
    const std::size_t begin = text.find('\n', at) + 1;
    at = text.find("\n--- ", begin);
    literals += check_literals(text.substr(begin, at == std::string::npos ? at : ++at - begin));
  }
  EXPECT_GE(literals, 140);
}

struct Edit {
  std::string_view literal;
  std::string_view wanted;
  std::string_view written;
};

class HclEdit : public testing::TestWithParam<Edit> {};

TEST_P(HclEdit, KeepsTheStyle) {
  const auto [literal, wanted, written] = GetParam();
  const std::string text(literal);
  const auto tree = parse_expression(text);
  const auto edited = encode_literal(text, *tree->expression(), wanted);
  ASSERT_TRUE(edited);
  EXPECT_EQ(*edited, written);
  const std::string line = *edited + "\n";
  EXPECT_EQ(decode_literal(line, *parse_expression(line)->expression())->text, wanted);
}

INSTANTIATE_TEST_SUITE_P(
    All, HclEdit,
    testing::Values(Edit{"25", "587", "587"}, Edit{"25", "5.87e2", "5.87e2"}, Edit{"25", "smtp", "\"smtp\""},
                    Edit{"25", "5 87", "\"5 87\""}, Edit{"\"25\"", "587", "\"587\""},
                    Edit{"true", "false", "false"}, Edit{"null", "587", "587"},
                    Edit{"\"a\"", "${b}%{c}", "\"$${b}%%{c}\""}, Edit{"\"a\"", "$${b}$", "\"$$${b}$\""},
                    Edit{"\"a\"", "b\"\\\n\x01", "\"b\\\"\\\\\\n\\u0001\""},
                    Edit{"<<EOT\na\nEOT\n", "b\n${c}\n", "<<EOT\nb\n$${c}\nEOT"},
                    Edit{"<<-EOT\n    a\n  EOT\n", "b\n  c\n", "<<-EOT\n    b\n      c\n  EOT"},
                    Edit{"<<EOT\na\nEOT\n", "no newline", "\"no newline\""},
                    Edit{"<<EOT\na\nEOT\n", "b\n EOT\n", "\"b\\n EOT\\n\""},
                    Edit{"<<-EOT\n  a\n  EOT\n", "  b\n", "\"  b\\n\""},
                    Edit{"<<EOT\na\nEOT\n", "b\r", "\"b\\r\""}));

TEST(HclLiteral, OnlyLiteralsAreLiterals) {
  for (const std::string_view text :
       {"a", "\"${a}\"", "\"b${a}\"", "[1]", "-1", "(1)", "\"%{ if a }b%{ endif }\""}) {
    const auto tree = parse_expression(text);
    EXPECT_FALSE(decode_literal(text, *tree->expression())) << text;
    EXPECT_FALSE(encode_literal(text, *tree->expression(), "1")) << text;
  }
}

}  // namespace
}  // namespace smtplint::hcl
