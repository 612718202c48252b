// JSON as people write it.
#include <gtest/gtest.h>

#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "marked_source.h"
#include "syntax/json/literal.h"
#include "syntax/json/tree.h"

namespace smtplint::json {
namespace {

std::string dump(const Node& node) {
  std::string out;
  switch (node.kind) {
    case NodeKind::error:
      return "ERROR";
    case NodeKind::null:
      return "null";
    case NodeKind::boolean:
      return node.boolean ? "true" : "false";
    case NodeKind::number:
      return std::string(node.text);
    case NodeKind::string:
      return "'" + std::string(node.text) + "'";
    case NodeKind::array:
      for (const Node* const item : node.items) out += (out.empty() ? "" : " ") + dump(*item);
      return "[" + out + "]";
    case NodeKind::object:
      for (const Member& member : node.members) {
        out += (out.empty() ? "" : " ") + std::string(member.name) + ":" + dump(*member.value);
      }
      return "{" + out + "}";
  }
  return out;
}

std::string clean(std::string_view text) {
  const auto tree = parse(text);
  for (const SyntaxError& error : tree->errors()) ADD_FAILURE() << text << ": " << error.message;
  return tree->root() == nullptr ? "nothing" : dump(*tree->root());
}

TEST(Json, WhatIsTaken) {
  EXPECT_EQ(clean("[null, true, false, -1.5e+3, \"a\", {}, []]"), "[null true false -1.5e+3 'a' {} []]");
  EXPECT_EQ(clean("// a\n{\"b\": [1, /* c */ 2,], // d\n}\n"), "{b:[1 2]}");
  EXPECT_EQ(clean("{\"a\": \"b\nc\td\", \"e\": 1}"), "{a:'b\nc\td' e:1}");
  EXPECT_EQ(clean("{\"a\": \"b\r\nc\" // d\n}"), "{a:'b\r\nc'}");
  EXPECT_EQ(clean("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\""), "'\"\\/\b\f\n\r\té😀'");
  EXPECT_EQ(clean("{\"\\u0061\": 1}"), "{a:1}");
  EXPECT_EQ(clean(""), "nothing");
  EXPECT_EQ(clean(" // a\n"), "nothing");
  EXPECT_EQ(clean("\"//a /* b\""), "'//a /* b'");
}

struct Fault {
  std::string_view marked;
  std::string_view message;
  std::string_view tree;
};

class JsonFault : public testing::TestWithParam<Fault> {};

TEST_P(JsonFault, CostsItselfAlone) {
  const MarkedText marked = MarkedText::parse(GetParam().marked);
  const auto tree = parse(marked.text);
  ASSERT_FALSE(tree->errors().empty());
  EXPECT_EQ(tree->errors()[0].message, GetParam().message);
  EXPECT_EQ(tree->errors()[0].span, marked.spans[0]);
  EXPECT_EQ(dump(*tree->root()), GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(
    All, JsonFault,
    testing::Values(Fault{"{\"a\": [[\"b,]]\n\"c\": \"d\"}", "string is not closed", "{a:'b,' c:'d'}"},
                    Fault{"{\"a\": [[${port}]], \"b\": 1}", "`${port}` is not a JSON value", "{a:ERROR b:1}"},
                    Fault{"{[[a]]: 1, \"b\": 2}", "`a` is a property name without quotes", "{a:1 b:2}"},
                    Fault{"{\"a\": 1 [[]]\"b\": 2}", "`,` is missing here", "{a:1 b:2}"},
                    Fault{"{\"a\": 1,[[,]] \"b\": 2}", "`,` is not expected here", "{a:1 b:2}"},
                    Fault{"{\"a\":[[]] , \"b\": 2}", "the value of `a` is missing", "{a:ERROR b:2}"},
                    Fault{"{ [[...]] \"b\": 2}", "`...` is not a property", "{b:2}"},
                    Fault{"[[{]]\"a\": [1, {\"b\": 2", "`{` is not closed", "{a:[1 {b:2}]}"},
                    Fault{"{\"a\": [1[[}]], \"b\": 2}", "`}` does not match the bracket that it closes",
                          "{a:[1] b:2}"},
                    Fault{"{\"a\": 1} [[}]]", "`}` is not expected here", "{a:1}"},
                    Fault{"[\"[[\\x]]\", 1]", "`\\x` is not a valid escape sequence", "['\\x' 1]"}));

TEST(Json, OfEqualNamesTheLastCounts) {
  const auto tree = parse("{\"a\": 1, \"b\": 2, \"a\": 3}");
  EXPECT_EQ(tree->root()->find("a")->text, "3");
  EXPECT_EQ(tree->root()->find("c"), nullptr);
}

TEST(Json, EveryDecodedByteMapsBack) {
  const MarkedText marked = MarkedText::parse("{\"[[k\\n]]\": [[\"[[smtp]][[\\u003a]][[25]]\"]]}");
  const auto tree = parse(marked.text);
  const Member& member = tree->root()->members[0];
  EXPECT_EQ(member.name_span, marked.spans[0]);
  EXPECT_EQ(member.name, "k\n");
  EXPECT_EQ(member.value->span, marked.spans[1]);
  EXPECT_EQ(member.value->text, "smtp:25");
  std::string decoded;
  for (std::size_t i = 0; i < member.value->parts.size(); ++i) {
    const StringPart& part = member.value->parts[i];
    EXPECT_EQ(part.span, marked.spans[i + 2]);
    decoded += part.decoded.empty() ? marked.text.substr(part.span.begin, part.span.length())
                                    : std::string(part.decoded);
  }
  EXPECT_EQ(decoded, member.value->text);
}

TEST(Json, WritingAValueAndReadingItGivesTheValue) {
  for (const std::string_view value : {"", "a", "\"\\/\b\f\n\r\t\x01", "é😀", "${a}", "\\u0061"}) {
    EXPECT_EQ(parse(encode_string(value))->root()->text, value);
  }
}

TEST(Json, NestingIsBounded) {
  const std::string deep = std::string(600, '[') + std::string(600, ']');
  const auto tree = parse(deep);
  EXPECT_EQ(tree->root()->kind, NodeKind::error);
  EXPECT_EQ(tree->errors()[0].message, "nested deeper than 200 levels");
  EXPECT_TRUE(parse(std::string(200, '[') + std::string(200, ']'))->errors().empty());
  // A string over lines cannot hide brackets from the count.
  EXPECT_FALSE(parse("[\"\n\"," + deep + "]")->errors().empty());
}

double seconds(const std::string& text) {
  const std::clock_t begin = std::clock();
  const auto tree = parse(text);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(Json, NoiseTakesTimeInProportion) {
  for (const std::string_view noise : {"[", "{", "{ x ", "{\"x\": ", "\"", "/*", "[}", ",", "x ", ":", "\"\n",
                                       ",1", "/", "\"a\": ", "\"a\n[", "]"}) {
    std::string text;
    while (text.size() < 25'000) text += noise;
    const double quarter = seconds(text);
    EXPECT_LE(seconds(text + text + text + text), 8 * quarter + 0.2) << noise;
  }
}

TEST(Json, KeepsComments) {
  const std::string text = "// a\n{ /* b */ \"x\": // c\n [1, // \"d\n 2], \"y\": \"// text\" }\n// e";
  const auto tree = parse(text);
  std::vector<std::string> comments;
  for (const Span span : tree->comments()) comments.push_back(text.substr(span.begin, span.length()));
  EXPECT_EQ(comments, (std::vector<std::string>{"// a", "/* b */", "// c", "// \"d", "// e"}));
}

void expect_same(const Node& left, const Node& right) {
  EXPECT_EQ(left.kind, right.kind);
  EXPECT_EQ(left.span, right.span);
  EXPECT_EQ(dump(left), dump(right));
  ASSERT_EQ(left.parts.size(), right.parts.size());
  for (std::size_t i = 0; i < left.parts.size(); ++i) {
    EXPECT_EQ(left.parts[i].span, right.parts[i].span);
    EXPECT_EQ(left.parts[i].decoded, right.parts[i].decoded);
  }
  ASSERT_EQ(left.items.size(), right.items.size());
  for (std::size_t i = 0; i < left.items.size(); ++i) expect_same(*left.items[i], *right.items[i]);
  ASSERT_EQ(left.members.size(), right.members.size());
  for (std::size_t i = 0; i < left.members.size(); ++i) {
    EXPECT_EQ(left.members[i].name_span, right.members[i].name_span);
    expect_same(*left.members[i].value, *right.members[i].value);
  }
}

TEST(JsonStrict, GivesTheSameTreeAsTheTolerantReader) {
  for (const char* text :
       {"{}", "[]", "null", " [1, -2.5e+3 , true,false ,null] ", R"({"a": {"b": [{"c": "d"}]}, "e": 1})",
        R"(["a\nb", "", "\u00e9\ud83d\ude00", "caf\u00e9 é"])", R"({"\u0061": [[], {}, [[1]]]})", "12",
        "\"x\""}) {
    const auto strict = parse_strict(text), tolerant = parse(text);
    ASSERT_NE(strict->root(), nullptr) << text;
    expect_same(*strict->root(), *tolerant->root());
  }
}

TEST(JsonStrict, EndsAtTheFirstFault) {
  const auto message = [](std::string_view text) {
    const auto tree = parse_strict(text, {.deepest = 3});
    EXPECT_EQ(tree->root(), nullptr) << text;
    return tree->errors().empty() ? "" : tree->errors()[0].message;
  };
  EXPECT_EQ(message("{\"a\": 1,}"), "unexpected `}`; expected string literal");
  EXPECT_EQ(message("[1, 2"), "unexpected end of input; expected `]`");
  EXPECT_EQ(message("{\"a\": \"secret"), "invalid string: missing closing quote");
  EXPECT_EQ(message("[1] 2"), "unexpected number literal; expected end of input");
  EXPECT_EQ(message("[[[[]]]]"), "nested deeper than 3 levels");
  EXPECT_EQ(message(""), "unexpected end of input; expected `[`, `{`, or a literal");
}

}  // namespace
}  // namespace smtplint::json
