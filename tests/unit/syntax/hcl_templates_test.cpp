// Templates, stripped as `terraform console` strips them. The texts on the right were printed by it.
#include <gtest/gtest.h>

#include <string>

#include "marked_source.h"
#include "support/hcl_dump.h"
#include "syntax/hcl/tree.h"

namespace smtplint::hcl {
namespace {

/// The value of the one argument of a file.
std::string value(std::string_view text) {
  const auto tree = parse_file(text);
  for (const SyntaxError& error : tree->errors()) ADD_FAILURE() << text << ": " << error.message;
  return dump(text, *tree->body().attributes[0].value);
}

std::string bare(std::string_view text) {
  const auto tree = parse_template(text);
  for (const SyntaxError& error : tree->errors()) ADD_FAILURE() << text << ": " << error.message;
  return dump(text, *tree->expression());
}

TEST(HclTemplate, Escapes) {
  EXPECT_EQ(value("a = \"\\t\\\"\\\\\\u00e9\\U0001F600\"\n"), "\"\t\"\\é😀\"");
  EXPECT_EQ(value("a = \"$$${x} $$$${x} %%%{if y}q $x %x $\"\n"), "\"$${x} $$${x} %%{if y}q $x %x $\"");
  EXPECT_EQ(value("a = \"$${~x}\"\n"), "\"${~x}\"");
}

TEST(HclTemplate, BackslashesAreTextInHeredocs) {
  EXPECT_EQ(value("a = <<EOT\n\\n \\d \"x\" $${y} %%{z}\nEOT\n"), "\"\\n \\d \"x\" ${y} %{z}\n\"");
}

TEST(HclTemplate, StripMarkersTakeTheTokenNextToThem) {
  EXPECT_EQ(value("a = \"a\\n  ${~ x ~}  \\n b\"\n"), "\"a{x}b\"");
  EXPECT_EQ(value("a = <<EOT\nfoo\n\n  ${~ x ~}\n  \n  bar\nEOT\n"), "\"foo\n\n{x}  \n  bar\n\"");
}

TEST(HclTemplate, StrippingToNothingLeavesAString) {
  const auto lone = parse_expression("\"${x}\"");
  const auto stripped = parse_expression("\"  ${~ x ~}  \"");
  EXPECT_EQ(lone->expression()->parts.size(), 1u);
  EXPECT_EQ(stripped->expression()->parts.size(), 2u);
}

TEST(HclTemplate, IndentOfAFlushHeredoc) {
  EXPECT_EQ(value("a = <<-EOT\n    a\n      ${x}\n\n    b\n  EOT\n"), "\"a\n  {x}\n\nb\n\"");
  EXPECT_EQ(value("a = <<-EOT\n      ${x}\n    b\n    EOT\n"), "\"  {x}\nb\n\"");
  EXPECT_EQ(value("a = <<-EOT\n\t\ttab\n\t  mixed\n      EOT\n"), "\"tab\n mixed\n\"");
  EXPECT_EQ(value("a = <<-EOT\n\n    a\n   \n      b\n  EOT\n"), "\"\na\n   \n  b\n\"");
  EXPECT_EQ(value("a = <<-EOT\n  ${~ x ~}\n    foo\n     bar\n  EOT\n"), "\"{x}    foo\n     bar\n\"");
  EXPECT_EQ(value("a = <<-EOT\r\n    x\r\n      y\r\n\r\n   EOT\r\n"), "\"x\r\n  y\r\n\r\n\"");
}

TEST(HclTemplate, IndentAndStripMarkersTogether) {
  EXPECT_EQ(
      value(
          "a = <<-EOT\n    foo\n      ${x}\n\n      %{ if true ~}\n        yes\n      %{ endif ~}\n    bar\n"
          "    EOT\n"),
      "\"foo\n  {x}\n\n  {if true|        yes\n  |}    bar\n\"");
  EXPECT_EQ(value("a = <<-EOT\n    %{ for v in w ~}\n    v${v}\n    %{ endfor ~}\n    end\n  EOT\n"),
            "\"{for ,v in w|    v{v}\n}    end\n\"");
}

TEST(HclTemplate, OnlyALineOfItsOwnClosesAHeredoc) {
  EXPECT_EQ(value("a = <<EOT\nx\nEOT,\n${y}EOT\n  EOT\t\n"), "\"x\nEOT,\n{y}EOT\n\"");
  EXPECT_EQ(value("a = <<A\n${<<A\nb\nA\n}c\nA\n"), "\"{\"b\n\"}c\n\"");
}

TEST(HclTemplate, DirectivesNest) {
  EXPECT_EQ(value("a = \"%{ if b }c%{ else }d%{ for k, v in e }${v}%{ endfor }%{ endif }\"\n"),
            "\"{if b|c|d{for k,v in e|{v}}}\"");
}

TEST(HclTemplate, UnbalancedDirectivesAreErrors) {
  const MarkedText marked = MarkedText::parse("a = \"[[%{ if b }]]c\"\n");
  const auto tree = parse_file(marked.text);
  ASSERT_EQ(tree->errors().size(), 1u);
  EXPECT_EQ(tree->errors()[0].span, marked.spans[0]);
  EXPECT_EQ(tree->errors()[0].message, "`%{ if }` is not closed");
}

TEST(HclTemplate, Bare) {
  EXPECT_EQ(bare(""), "\"\"");
  EXPECT_EQ(bare("\"a\" \\n ${b}\n%{ if c ~}\n d\n%{ endif }"), "\"\"a\" \\n {b}\n{if c| d\n|}\"");
}

TEST(HclTemplate, PartsStandWhereTheyAreWritten) {
  const MarkedText marked = MarkedText::parse("\"[[smtp]][[$${]][[${h}]][[:25]]\"");
  const auto tree = parse_expression(marked.text);
  const auto parts = tree->expression()->parts;
  ASSERT_EQ(parts.size(), 4u);
  for (std::size_t i = 0; i < parts.size(); ++i) EXPECT_EQ(parts[i].span, marked.spans[i]);
  EXPECT_EQ(parts[1].kind, PartKind::escape);
  EXPECT_EQ(parts[2].kind, PartKind::interpolation);
}

}  // namespace
}  // namespace smtplint::hcl
