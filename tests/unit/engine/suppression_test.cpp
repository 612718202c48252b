#include <gtest/gtest.h>

#include "engine/suppression/comment_lines.h"
#include "engine/suppression/directive.h"
#include "engine/suppression/suppression_edit.h"
#include "fix/edits.h"
#include "syntax/hcl/tree.h"

namespace smtplint::engine {
namespace {

/// What a comment asks for in one line, or why it is not understood; empty where it is none of ours.
std::string read(std::string_view comment) {
  const auto reading = directive_in(comment, knowledge::Catalogue::built_in());
  if (!reading) return {};
  if (const auto* malformed = std::get_if<Malformed>(&*reading)) return "malformed: " + malformed->sentence;
  const auto& directive = std::get<Directive>(*reading);
  std::string text = directive.whole_file ? "file:" : "line:";
  for (const std::string& rule : directive.rules) text += " " + rule;
  return text + (directive.until ? " until " + *directive.until : "");
}

TEST(Directive, IsReadInEveryKindOfComment) {
  EXPECT_EQ(read("# smtplint: ignore[SMTP001] because"), "line: SMTP001");
  EXPECT_EQ(read("#smtplint:ignore[SMTP001]"), "line: SMTP001");
  EXPECT_EQ(read("// smtplint: ignore[ SMTP001 , direct-port-25-blocked]\r\n"), "line: SMTP001 SMTP001");
  EXPECT_EQ(read("/* smtplint: ignore-file[SMTP003] until=2030-01-01 because */"),
            "file: SMTP003 until 2030-01-01");
  EXPECT_EQ(read("/**\n smtplint: ignore[SMTP003]\n*/"), "line: SMTP003");
  EXPECT_EQ(read("<!-- smtplint: ignore[SMTP003] because -->"), "line: SMTP003");
  EXPECT_EQ(read("<# smtplint: ignore[SMTP003] #>"), "line: SMTP003");
  EXPECT_EQ(read("; smtplint: ignore[SMTP003]"), "line: SMTP003");
  EXPECT_EQ(read("! smtplint: ignore[SMTP003]"), "line: SMTP003");
}

TEST(Directive, OtherCommentsAreNotOurs) {
  EXPECT_EQ(read("# see smtplint: it says ignore[SMTP001]"), "");
  EXPECT_EQ(read("# smtplint ignore[SMTP001]"), "");
  EXPECT_EQ(read("#"), "");
  EXPECT_EQ(read("/**/"), "");
}

TEST(Directive, WhatCannotBeReadSaysWhy) {
  EXPECT_EQ(read("# smtplint:"), "malformed: `` asks for nothing; `ignore[RULE]` does");
  EXPECT_EQ(read("# smtplint: ingore[SMTP001]"),
            "malformed: `ingore` asks for nothing; did you mean `ignore`?");
  EXPECT_EQ(read("# smtplint: ignore"), "malformed: the rules stand in brackets: `ignore[RULE]`");
  EXPECT_EQ(read("# smtplint: ignore-file[SMTP001"),
            "malformed: the rules stand in brackets: `ignore-file[RULE]`");
  EXPECT_EQ(read("# smtplint: ignore[ ]"), "malformed: no rule is named between the brackets");
  EXPECT_EQ(read("# smtplint: ignore[SMTP01]"),
            "malformed: there is no rule `SMTP01`; did you mean `SMTP001`?");
  EXPECT_EQ(read("# smtplint: ignore[SMTP001]because"), "malformed: a blank is missing behind `]`");
  EXPECT_EQ(read("# smtplint: ignore[SMTP001] until=soon"),
            "malformed: `soon` is no day; `until` takes one as YYYY-MM-DD");
}

/// The line that the first comment of a text is about.
std::uint32_t line(const std::string& text) {
  const Source source("main.tf", text, Encoding::utf8);
  const auto tree = hcl::parse_file(source.text());
  std::vector<Span> comments;
  for (const hcl::Comment& comment : tree->comments()) comments.push_back(comment.span);
  return lines_of_comments(source, comments).at(0);
}

TEST(CommentLines, ItsOwnOrTheNextThatIsMoreThanAComment) {
  EXPECT_EQ(line("a = 1 # x\nb = 2\n"), 1u);
  EXPECT_EQ(line("  # x\nb = 2\n"), 2u);
  EXPECT_EQ(line("# x\n# y\n// z\nb = 2\n"), 4u);
  EXPECT_EQ(line("/* x\n y */\nb = 2\n"), 3u);
  EXPECT_EQ(line("a = [/* x */ 1]\nb = 2\n"), 1u);
  EXPECT_EQ(line("# x\n\nb = 2\n"), 2u) << "a blank line is no reason to look further";
  EXPECT_EQ(line("# x\r\nb = 2\r\n"), 2u);
  EXPECT_EQ(line("# x\nb = 2 # y\n"), 2u);
  EXPECT_EQ(line("a = 1\n# x"), 3u);
}

/// The text with a suppression of the rule where `25` stands.
std::string suppressed(const std::string& path, const std::string& text) {
  SourceStore sources;
  const SourceId id = sources.add(std::make_shared<const Source>(path, text, Encoding::utf8));
  const auto begin = static_cast<std::uint32_t>(text.find("25"));
  const auto edit = suppression_edit(sources, {id, {begin, begin + 2}}, "SMTP001", "later",
                                     knowledge::Catalogue::built_in());
  return edit ? fix::edited(text, {&*edit, 1}) : "none";
}

TEST(SuppressionEdit, StandsAboveTheLineInItsStyle) {
  EXPECT_EQ(suppressed("main.tf", "a = 25\n"), "# smtplint: ignore[SMTP001] later\na = 25\n");
  EXPECT_EQ(suppressed("main.tf", "b {\r\n\t a = 25\r\n}\r\n"),
            "b {\r\n\t # smtplint: ignore[SMTP001] later\r\n\t a = 25\r\n}\r\n");
  EXPECT_EQ(suppressed("prod.tfvars", "a = 25"), "# smtplint: ignore[SMTP001] later\na = 25");
}

TEST(SuppressionEdit, IsNoneWhereItWouldBeText) {
  EXPECT_EQ(suppressed("main.tf", "a = <<-EOT\n  port 25\nEOT\n"), "none");
  EXPECT_EQ(suppressed("main.tf.json", "{\n\"a\": 25\n}\n"), "none");
  EXPECT_EQ(suppressed("notes.txt", "25\n"), "none");
}

}  // namespace
}  // namespace smtplint::engine
