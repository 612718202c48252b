#include "knowledge/yaml_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace smtplint::knowledge {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Imported {
  std::string bytes;
  Problems problems;
};

Imported import(std::string_view text) {
  Imported imported;
  ImageWriter writer;
  import_yaml("checks", "checks/a.yaml", text, writer, imported.problems);
  imported.bytes = writer.finish();
  return imported;
}

TEST(YamlImport, KeepsTextShapeAndPlaces) {
  const Imported imported =
      import("id: a\nlist:\n  - 25\n  - \"25\"\nnested: {gr\xc3\xbc\xc3\x9f: 'it''s', end: }\n");
  ASSERT_THAT(imported.problems.lines(), IsEmpty());
  const Image image(imported.bytes);
  ASSERT_TRUE(image.complete());
  ASSERT_EQ(image.section("checks").size(), 1u);
  EXPECT_TRUE(image.section("policy").empty());
  const Node root = image.section("checks").front();
  EXPECT_EQ(root.size(), 3u);
  EXPECT_EQ(root.find("id").text(), "a");
  EXPECT_EQ(root.find("id").mark().file, "checks/a.yaml");
  EXPECT_EQ(root.find("id").mark().line, 1u);
  EXPECT_EQ(root.find("id").mark().column, 5u);
  EXPECT_FALSE(root.find("list").at(0).quoted());
  EXPECT_TRUE(root.find("list").at(1).quoted());
  EXPECT_EQ(root.find("list").at(1).mark().line, 4u);
  const Node nested = root.find("nested");
  EXPECT_EQ(nested.find("gr\xc3\xbc\xc3\x9f").text(), "it's");
  EXPECT_EQ(nested.key_mark_at(1).column, 25u) << "columns count scalars, not bytes";
  EXPECT_TRUE(nested.find("end").is(NodeKind::null));
  EXPECT_TRUE(root.find("absent").missing());
}

TEST(YamlImport, SortsFilesOfASectionByPath) {
  ImageWriter writer;
  Problems problems;
  import_yaml("policy", "policy/b.yaml", "id: b", writer, problems);
  import_yaml("checks", "checks/c.yaml", "id: c", writer, problems);
  import_yaml("policy", "policy/a.yaml", "id: a", writer, problems);
  const std::string bytes = writer.finish();
  const Image image(bytes);
  const std::vector<Node> files = image.section("policy");
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0].find("id").text(), "a");
  EXPECT_EQ(files[0].mark().file, "policy/a.yaml");
  EXPECT_EQ(files[1].find("id").mark().file, "policy/b.yaml");
}

TEST(YamlImport, LeavesABrokenFileOutAndSaysSo) {
  ImageWriter writer;
  Problems problems;
  import_yaml("policy", "policy/a.yaml", "id: a", writer, problems);
  import_yaml("policy", "policy/b.yaml", "id: [a", writer, problems);
  import_yaml("policy", "policy/c.yaml", "id: c", writer, problems);
  const std::string bytes = writer.finish();
  const Image image(bytes);
  EXPECT_FALSE(image.complete());
  const std::vector<Node> files = image.section("policy");
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[1].find("id").text(), "c");
  EXPECT_EQ(problems.lines().size(), 1u);
}

struct Refused {
  const char* text;
  const char* line;
};

class YamlRefuses : public testing::TestWithParam<Refused> {};

TEST_P(YamlRefuses, WithPlaceAndSentence) {
  const Imported imported = import(GetParam().text);
  EXPECT_THAT(imported.problems.lines(), ElementsAre(HasSubstr(GetParam().line)));
  EXPECT_FALSE(Image(imported.bytes).complete());
}

INSTANTIATE_TEST_SUITE_P(All, YamlRefuses,
                         testing::Values(Refused{"a: 1\nb: 2\na: 3\n", "checks/a.yaml:3:1: `a` is repeated"},
                                         Refused{"a: &x 1\n", ":1:4: anchors are not allowed"},
                                         Refused{"a: &x [1]\n", ":1:4: anchors are not allowed"},
                                         Refused{"a: *x\n", ":1:4: "},
                                         Refused{"a: !!str 1\n", ":1:4: tags are not allowed"},
                                         Refused{"a: !mine {b: 1}\n", ":1:4: tags are not allowed"},
                                         Refused{"a: ! 1\n", ":1:4: tags are not allowed"},
                                         Refused{"a: \"open\n", ":1:4: the closing quote is missing"},
                                         Refused{"a: 'it''s\n", ":1:4: the closing quote is missing"},
                                         Refused{"a:\n\t- 1\n", ":2:1: tabs are not allowed"},
                                         Refused{"a: 1\n---\nb: 2\n", "a rule file holds one document"},
                                         Refused{",a: 1\n", "a rule file holds one document"},
                                         Refused{"? [a]\n: 1\n", "a key is a plain word"},
                                         Refused{"{a: 1, : 2}\n", ":1:8: a key is missing"},
                                         Refused{"a: [1\n", "checks/a.yaml:"}, Refused{"a: b: c\n", ":1:5: "},
                                         Refused{"", ":1:1: the file is empty"},
                                         Refused{"# nothing\n", ":1:1: the file is empty"},
                                         Refused{"a: \xff\n", ":1:4: not UTF-8"},
                                         Refused{"\xef\xbb\xbf"
                                                 "a: 1\n",
                                                 ":1:1: control characters"},
                                         Refused{"a: \x01\n", ":1:4: control characters"}));

TEST(YamlImport, RefusesAnAliasEvenWhereItsAnchorExists) {
  const Imported imported = import("a: &x 1\nb: *x\n");
  EXPECT_THAT(imported.problems.lines(), ElementsAre("checks/a.yaml:1:4: anchors are not allowed",
                                                     "checks/a.yaml:2:4: aliases are not allowed"));
}

TEST(YamlImport, BoundsDepthAndSize) {
  const std::string deep = std::string(80, '[') + std::string(80, ']');
  EXPECT_THAT(import(deep).problems.lines(), ElementsAre("checks/a.yaml:1:65: too deeply nested"));
  const std::string very_deep = std::string(100000, '[');
  EXPECT_EQ(import(very_deep).problems.lines().size(), 2u) << "the depth, and what yaml-cpp says";
  const std::string large = "a: " + std::string((1u << 20u), 'x');
  EXPECT_THAT(import(large).problems.lines(), ElementsAre(HasSubstr("larger than 1 MiB")));
}

}  // namespace
}  // namespace smtplint::knowledge
