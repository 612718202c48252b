#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frontend/config/flatten.h"
#include "frontend/config/formats.h"
#include "marked_source.h"

namespace smtplint::config {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr ReadOptions limits{.nesting = 50, .parse_progress_per_kilobyte = 4000, .nodes = 2000};

/// `path=value` for every setting of a text, document after document.
std::vector<std::string> settings(Format format, std::string_view text) {
  std::vector<std::string> result;
  for (const Node& document : row_of(format).read(text, limits).documents) {
    const Flat flat = flatten(document, row_of(format).separator, 1000);
    for (const Entry& entry : flat.entries) {
      const bool elsewhere = entry.value->kind == Node::Kind::elsewhere;
      result.push_back(entry.path + "=" + (elsewhere ? "?" : entry.value->text));
    }
  }
  return result;
}

/// The spans of all values.
std::vector<Span> values(Format format, std::string_view text) {
  std::vector<Span> result;
  for (const Node& document : row_of(format).read(text, limits).documents) {
    for (const Entry& entry : flatten(document, row_of(format).separator, 1000).entries) {
      result.push_back(entry.value->span);
    }
  }
  return result;
}

std::vector<std::string> problems(Format format, std::string_view text) {
  std::vector<std::string> result;
  for (const Problem& problem : row_of(format).read(text, limits).problems) result.push_back(problem.message);
  return result;
}

TEST(ConfigJson, TakesCommentsAndTrailingCommas) {
  const auto marked = MarkedText::parse(
      "{ // c\n \"Smtp\": { \"Host\": \"[[h]]\", \"Port\": [[25]], /* x */ \"On\": [[true]], }, }");
  EXPECT_THAT(settings(Format::json, marked.text),
              ElementsAre("Smtp:Host=h", "Smtp:Port=25", "Smtp:On=true"));
  EXPECT_EQ(values(Format::json, marked.text), marked.spans);
}

TEST(ConfigJson, DecodesEscapesAndListsOfPairs) {
  EXPECT_THAT(
      settings(Format::json, R"({"a": "x\/y\u00e9", "env": [{"name": "K", "value": "v"}, "A=b", "c d"]})"),
      ElementsAre("a=x/y\u00e9", "env:K=v", "env:A=b", "env[2]=c d"));
}

TEST(ConfigYaml, KnowsWhereEveryKindOfScalarStands) {
  const auto marked = MarkedText::parse(
      "a: [[plain text]] # c\r\nb: \"[[dou\\\"ble]]\"\nc: '[[it''s]]'\nd: !!str [[25]]\ne: &x [[v]]\nf: {g: "
      "[[1]]}\nh:\n- [[i]]\n");
  EXPECT_THAT(settings(Format::yaml, marked.text),
              ElementsAre("a=plain text", "b=dou\"ble", "c=it's", "d=25", "e=v", "f.g=1", "h[0]=i"));
  EXPECT_EQ(values(Format::yaml, marked.text), marked.spans);
}

TEST(ConfigYaml, ReadsEnvironmentsOfContainers) {
  EXPECT_THAT(
      settings(Format::yaml,
               "env:\n- name: PORT\n  value: 25\n- name: KEY\n  valueFrom: {secretKeyRef: {name: s}}\n"
               "environment:\n- HOST=h\n- \"PORT=26\"\n- plain\n"),
      ElementsAre("env.PORT=25", "env.KEY=?", "environment.HOST=h", "environment.PORT=26",
                  "environment[2]=plain"));
}

TEST(ConfigYaml, KeepsDocumentsApartAndFollowsAnchors) {
  EXPECT_EQ(row_of(Format::yaml).read("a: 1\n---\nb: 2\n", limits).documents.size(), 2u);
  EXPECT_THAT(settings(Format::yaml, "x: &x\n  a: 1\n  b: 2\ny:\n  a: 3\n  <<: *x\nz: ~\n"),
              ElementsAre("x.a=1", "x.b=2", "y.a=3", "y.a=1", "y.b=2", "z="));
}

TEST(ConfigYaml, SaysWhatDoesNotParse) {
  EXPECT_THAT(problems(Format::yaml, "a: [1\n"), testing::SizeIs(1));
  std::string bomb = "a: &a [x, x]\n";
  for (char name = 'b'; name < 'w'; ++name) {
    const std::string before(1, static_cast<char>(name - 1));
    bomb += std::string(1, name) + ": &" + name + " [*" + before + ", *" + before + "]\n";
  }
  EXPECT_THAT(problems(Format::yaml, bomb), testing::SizeIs(1));
  EXPECT_THAT(problems(Format::yaml, std::string(60, '[') + std::string(60, ']')), testing::SizeIs(1));
}

TEST(ConfigDotenv, ReadsAssignments) {
  const auto marked = MarkedText::parse(
      "# A=1\nexport HOST=\"[[smtp.contoso.com]]\" # c\n PORT = [[25]]  # "
      "c\r\nURL=[[a#b]]\nEMPTY=[[]]\nC=[[]]# only a comment\nnot an assignment\nQ='[[x y]]'\n");
  EXPECT_THAT(settings(Format::dotenv, marked.text),
              ElementsAre("HOST=smtp.contoso.com", "PORT=25", "URL=a#b", "EMPTY=", "C=", "Q=x y"));
  EXPECT_EQ(values(Format::dotenv, marked.text), marked.spans);
}

TEST(ConfigProperties, ReadsAllSpellings) {
  const auto marked = MarkedText::parse(
      "! c\n#mail.port=26\nmail.host = [[h]]\nmail.port:[[25]]\nmail.user [[u]]\nlong=[[a\\\n   "
      "b]]\npath=[[c\\:\\u00e9]]\nk\\=x=[[1]]\r\n");
  EXPECT_THAT(settings(Format::properties, marked.text),
              ElementsAre("mail.host=h", "mail.port=25", "mail.user=u", "long=ab", "path=c:\u00e9", "k=x=1"));
  EXPECT_EQ(values(Format::properties, marked.text), marked.spans);
}

TEST(ConfigIni, ReadsSections) {
  const auto marked = MarkedText::parse(
      "top = [[1]]\n[smtp]\n;host = x\nhost = [[h:25]] ; c\npw = \"[[#1]]\"\n[smtp]\nmore=[[2]]\n");
  EXPECT_THAT(settings(Format::ini, marked.text),
              ElementsAre("top=1", "smtp.host=h:25", "smtp.pw=#1", "smtp.more=2"));
  EXPECT_EQ(values(Format::ini, marked.text), marked.spans);
}

TEST(ConfigXml, KnowsWhereAttributesAndTextsStand) {
  const auto marked = MarkedText::parse(
      "<?xml version=\"1.0\"?>\n<c><!-- <add key=\"n\" value=\"x\"/> --><add value='[[v]]' key=\"k\"/>"
      "<smtp from=\"[[a&amp;b]]\"><network\n  host = \"[[h]]\"\n  port='[[25]]'/></smtp>"
      "<t>  [[text]] </t><t><![CDATA[ [[raw]] ]]></t><smtpHost value=\"[[r]]\" /></c>");
  EXPECT_THAT(settings(Format::xml, marked.text),
              ElementsAre("c.k=v", "c.smtp.from=a&b", "c.smtp.network.host=h", "c.smtp.network.port=25",
                          "c.t=text", "c.t[1]=raw", "c.smtpHost=r"));
  EXPECT_EQ(values(Format::xml, marked.text), marked.spans);
}

TEST(ConfigXml, LeavesOutHowATransformationMerges) {
  EXPECT_THAT(
      settings(Format::xml, "<c xmlns:xdt=\"u\"><network port=\"587\" xdt:Transform=\"SetAttributes\"/></c>"),
      ElementsAre("c.network.port=587"));
}

TEST(ConfigXml, KeepsWhatParsesOfABrokenFile) {
  EXPECT_THAT(settings(Format::xml, "<c><add key=\"k\" value=\"v\"/><d"), ElementsAre("c.k=v"));
  EXPECT_THAT(problems(Format::xml, "<c><add key=\"k\" value=\"v\"/><d"), testing::SizeIs(1));
  EXPECT_THAT(
      settings(Format::xml, "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><c><t>&x;</t></c>"),
      ElementsAre("c.t=&x;"));
}

/// A value can be replaced where it stands, and nothing else changes.
void expect_replaceable(Format format, std::string_view text) {
  const std::vector<Span> spans = values(format, text);
  const std::vector<std::string> before = settings(format, text);
  ASSERT_FALSE(spans.empty());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    std::string edited(text);
    edited.replace(spans[i].begin, spans[i].length(), "587");
    std::vector<std::string> expected = before;
    expected[i] = expected[i].substr(0, expected[i].find('=') + 1) + "587";
    EXPECT_EQ(settings(format, edited), expected) << edited;
  }
}

TEST(ConfigFormats, ReplacingAValueChangesNothingElse) {
  expect_replaceable(Format::json, "{\"a\": {\"b\": 25, \"c\": \"x\\\"y\"}, \"d\": [1, \"two\"]}");
  expect_replaceable(Format::yaml,
                     "a: 25\r\nb: \"x\\\"y\"\nc: 'it''s'\nd:\n- e\n- {f: g}\nh: two words # c\n");
  expect_replaceable(Format::dotenv, "A=25 # c\nexport B=\"x\"\nC='y z'\nD=\n");
  expect_replaceable(Format::properties, "a=25\nb : x\nc \\u00e9 y\nd=e\\\n  f\n");
  expect_replaceable(Format::ini, "[s]\na = 25 ; c\nb=\"x\"\n");
  expect_replaceable(Format::xml, "<c><add key=\"k\" value=\"25\"/><n a='x' b=\"y&lt;\"/><t> z </t></c>");
}

TEST(ConfigFormats, ReadEmptyFiles) {
  for (const Format format :
       {Format::json, Format::yaml, Format::dotenv, Format::properties, Format::ini, Format::xml}) {
    EXPECT_THAT(settings(format, ""), IsEmpty());
  }
}

}  // namespace
}  // namespace smtplint::config
