// Plans and states: what exists, what is known of it, and where it stands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/frontend/evaluated_plan.h"
#include "value/text.h"

namespace smtplint::tfplan {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A plan with one changed resource `test_thing.a`.
std::string plan_of(const std::string& after, const std::string& unknown = "{}",
                    const std::string& sensitive = "{}", const std::string& expressions = "{}") {
  return R"({"format_version":"1.2","planned_values":{},"resource_changes":[{"address":"test_thing.a","mode":"managed",)"
         R"("type":"test_thing","name":"a","change":{"actions":["create"],"before":null,"after":)" +
         after + R"(,"after_unknown":)" + unknown + R"(,"after_sensitive":)" + sensitive +
         R"(}}],"configuration":{"root_module":{"resources":[{"address":"test_thing.a","expressions":)" +
         expressions + "}]}}}";
}

std::vector<std::string> addresses(const Evaluated& plan) {
  std::vector<std::string> found;
  for (const Resource& resource : plan.shapes.resources) found.push_back(resource.address);
  return found;
}

TEST(Plan, IsRecognisedByItsFirstAndItsOtherProperties) {
  EXPECT_TRUE(may_be_plan(R"({"format_version":"1.2")"));
  EXPECT_TRUE(may_be_plan("\xef\xbb\xbf {\n \"applyable\": true"));
  EXPECT_TRUE(may_be_plan(std::string_view("\xff\xfe{\0\"\0v\0a\0l\0u\0e\0s\0\"\0", 20)));
  EXPECT_FALSE(may_be_plan(R"({"name":"format_version")"));
  EXPECT_FALSE(may_be_plan(R"(["format_version"])"));
  EXPECT_FALSE(may_be_plan(""));
  EXPECT_FALSE(is_plan(R"({"format_version":"1.0","provider_schemas":{}})"));
  EXPECT_TRUE(Evaluated(R"({"format_version":"1.0","provider_schemas":{}})").plans->paths().empty());
}

TEST(Plan, HoldsEachResourceOnceAndWhatIsDeletedNot) {
  const Evaluated plan(R"({"format_version":"1.2",
    "planned_values":{"root_module":{"resources":[{"address":"test_thing.a","mode":"managed","type":"test_thing","name":"a","values":{"x":1}},
                                                  {"address":"test_thing.only_planned","mode":"managed","type":"test_thing","name":"b","values":{"x":2}}],
      "child_modules":[{"address":"module.m[0]","resources":[{"address":"module.m[0].test_thing.c","mode":"managed","type":"test_thing","name":"c","values":{}}]}]}},
    "resource_changes":[{"address":"test_thing.a","mode":"managed","type":"test_thing","name":"a","change":{"actions":["update"],"before":{"x":0},"after":{"x":1},"after_unknown":{}}},
                        {"address":"test_thing.gone","mode":"managed","type":"test_thing","name":"gone","change":{"actions":["delete"],"before":{"x":1},"after":null}},
                        {"address":"test_thing.a","deposed":"12345678","mode":"managed","type":"test_thing","name":"a","change":{"actions":["delete"],"before":{},"after":null}}],
    "prior_state":{"values":{"root_module":{"resources":[{"address":"test_thing.gone","mode":"managed","type":"test_thing","name":"gone","values":{"x":1}},
                                                         {"address":"data.test_thing.read","mode":"data","type":"test_thing","name":"read","values":{"x":3}}]}}}})");
  EXPECT_THAT(addresses(plan), ElementsAre("test_thing.a", "test_thing.only_planned",
                                           "module.m[0].test_thing.c", "data.test_thing.read"));
  EXPECT_EQ(plan.resource("data.test_thing.read")->type, "data.test_thing");
  EXPECT_EQ(plan.resource("module.m[0].test_thing.c")->module_path, "module.m[0]");
}

TEST(Plan, ValuesPointAtTheirLiterals) {
  const Evaluated plan(plan_of(R"({"host":"smtp.example.com","port":25,"text":"a\nb"})"));
  const auto literal = [&plan](std::string_view name) {
    const Value value = plan.value("test_thing.a", name);
    return std::string(plan.sources.slice(plan.store.provenance().step(value.provenance()).place));
  };
  EXPECT_EQ(literal("host"), "smtp.example.com");
  EXPECT_EQ(literal("port"), "25");
  const Value text = plan.value("test_thing.a", "text");
  EXPECT_EQ(text.text().chars, "a\nb");
  EXPECT_EQ(plan.sources.slice(text_origin(plan.store, text, 1, 1).place), "\\n");
  EXPECT_TRUE(text_origin(plan.store, text, 2, 1).exact);
  EXPECT_EQ(plan.sources.slice(plan.resource("test_thing.a")->place), "test_thing.a");
}

TEST(Plan, WhatIsNotKnownIsUnknownWhereItIsWrittenAndAbsentWhereTheProviderFillsItIn) {
  const Evaluated plan(plan_of(
      R"({"settings":{"PORT":"25"},"list":[null,"b"],"block":[{"a":null,"b":1}]})",
      R"({"settings":{"HOST":true},"computed":true,"list":[true,false],"block":[{"c":true,"d":true}]})", "{}",
      R"({"settings":{"references":["var.x"]},"list":{"references":["var.y"]},
                                   "block":[{"b":{"constant_value":1},"d":{"references":["var.z"]}}]})"));
  const Value settings = plan.value("test_thing.a", "settings");
  EXPECT_TRUE(settings.find("HOST").is_unknown());
  EXPECT_EQ(settings.find("HOST").reason().name, "var.x");
  EXPECT_EQ(settings.find("PORT").text().chars, "25");
  EXPECT_TRUE(plan.value("test_thing.a", "computed").is_absent());
  EXPECT_TRUE(plan.value("test_thing.a", "list").items()[0].is_unknown());
  const Value block = plan.value("test_thing.a", "block").items()[0];
  EXPECT_TRUE(block.find("a").is_absent());
  EXPECT_TRUE(block.find("c").is_absent());
  EXPECT_TRUE(block.find("d").is_unknown());
}

TEST(Plan, BlocksOfASetAreMatchedWithTheirConfigurationByTheirConstants) {
  const Evaluated plan(plan_of(R"({"rule":[{"name":"b","port":null},{"name":"a","port":null}]})",
                               R"({"rule":[{"port":true},{"port":true}]})", "{}",
                               R"({"rule":[{"name":{"constant_value":"a"},"port":{"references":["var.a"]}},
                                           {"name":{"constant_value":"b"},"port":{"references":["var.b"]}}]})"));
  const auto rules = plan.value("test_thing.a", "rule").items();
  EXPECT_EQ(rules[0].find("port").reason().name, "var.b");
  EXPECT_EQ(rules[1].find("port").reason().name, "var.a");
}

TEST(Plan, AnEmptyBlockIsABlock) {
  const Evaluated plan(plan_of(R"({"block":[{"a":null,"b":true}]})", R"({"block":[{"c":true}],"id":true})",
                               "{}", R"({"block":[{}]})"));
  EXPECT_TRUE(plan.value("test_thing.a", "block").items()[0].find("c").is_absent());
  EXPECT_TRUE(plan.value("test_thing.a", "block").items()[0].find("b").boolean());
  const Evaluated bare(plan_of(R"({"filled":"x"})", R"({"id":true})"));
  EXPECT_TRUE(bare.value("test_thing.a", "id").is_absent());
  EXPECT_TRUE(bare.value("test_thing.a", "filled").defaulted());
}

TEST(Plan, SensitiveFlagsReachWhatTheyCover) {
  const Evaluated plan(plan_of(
      R"({"open":"a","secret":"hunter2","map":{"KEY":"hunter3","PORT":"25"},"whole":{"x":"hunter4"}})", "{}",
      R"({"secret":true,"map":{"KEY":true},"whole":true})"));
  EXPECT_FALSE(plan.value("test_thing.a", "open").sensitive());
  EXPECT_TRUE(plan.value("test_thing.a", "secret").sensitive());
  EXPECT_TRUE(plan.value("test_thing.a", "map").find("KEY").sensitive());
  EXPECT_FALSE(plan.value("test_thing.a", "map").find("PORT").sensitive());
  EXPECT_TRUE(plan.value("test_thing.a", "whole").find("x").sensitive());
  std::vector<std::string> secrets;
  for (const Place place : plan.shapes.later->secrets()) secrets.emplace_back(plan.sources.slice(place));
  EXPECT_THAT(secrets, testing::UnorderedElementsAre("\"hunter2\"", "\"hunter3\"", "{\"x\":\"hunter4\"}"));
}

TEST(Plan, ValuesThatTheConfigurationDoesNotWriteAreTheProviders) {
  const Evaluated plan(
      plan_of(R"({"written":true,"filled":false})", "{}", "{}", R"({"written":{"constant_value":true}})"));
  EXPECT_FALSE(plan.value("test_thing.a", "written").defaulted());
  EXPECT_TRUE(plan.value("test_thing.a", "filled").defaulted());
}

TEST(Plan, ThatBreaksOffIsSaidToDoSoAndReadUpToThere) {
  const std::string whole = plan_of(R"({"port":25})");
  const Evaluated plan(whole.substr(0, whole.find("after_unknown") + 3));
  ASSERT_EQ(plan.shapes.events.size(), 1u);
  EXPECT_EQ(plan.shapes.events[0].kind, EventKind::syntax_error);
  EXPECT_THAT(plan.shapes.events[0].detail, HasSubstr("this is no JSON from here on"));
  EXPECT_EQ(plan.shapes.events[0].place.span.end, whole.find("after_unknown") + 3);
  EXPECT_EQ(plan.value("test_thing.a", "port").number().integer, 25);
}

TEST(Plan, ThatBreaksOffBeforeItsChangesSaysNothing) {
  const std::string values =
      R"({"address":"test_thing.a","mode":"managed","type":"test_thing","name":"a","values":{"x":1}})";
  const std::string resources = R"({"root_module":{"resources":[)" + values;
  EXPECT_THAT(addresses(Evaluated(R"({"format_version":"1.2","planned_values":)" + resources)), IsEmpty());
  EXPECT_THAT(
      addresses(Evaluated(R"({"format_version":"1.0","terraform_version":"1","values":)" + resources)),
      ElementsAre("test_thing.a"));
}

TEST(Plan, TooLargeOrOfANewFormatIsLeftOut) {
  const Evaluated large(plan_of("{}"), {.file_bytes = 100, .nesting = 100});
  ASSERT_EQ(large.shapes.left_out.size(), 1u);
  EXPECT_THAT(large.shapes.left_out[0].reason, HasSubstr("more than the limit of 100"));
  const Evaluated newer(R"({"format_version":"2.0","planned_values":{}})");
  ASSERT_EQ(newer.shapes.left_out.size(), 1u);
  EXPECT_THAT(newer.shapes.left_out[0].reason, HasSubstr("`2.0` is not known"));
  EXPECT_THAT(newer.shapes.resources, IsEmpty());
}

TEST(Plan, NestedTooDeepIsAFault) {
  const Evaluated plan(plan_of(std::string(200, '[') + std::string(200, ']')));
  ASSERT_EQ(plan.shapes.events.size(), 1u);
  EXPECT_THAT(plan.shapes.events[0].detail, HasSubstr("nested deeper than 100"));
}

TEST(Plan, InUtf16IsRead) {
  const std::string narrow = plan_of(R"({"port":25})");
  std::string wide = "\xff\xfe";
  for (const char c : narrow) wide += {c, '\0'};
  EXPECT_EQ(Evaluated(wide).value("test_thing.a", "port").number().integer, 25);
}

}  // namespace
}  // namespace smtplint::tfplan
