// References of a plan's configuration, followed to the resource that they mean.
#include <gtest/gtest.h>

#include "frontend/tfplan/address.h"
#include "unit/frontend/evaluated_plan.h"

namespace smtplint::tfplan {
namespace {

std::string change(const std::string& address, const std::string& unknown) {
  std::string escaped;
  for (const char c : address) escaped += c == '"' ? "\\\"" : std::string(1, c);
  return R"({"address":")" + escaped +
         R"(","mode":"managed","type":"test_thing","name":"x","change":{"actions":["create"],)" +
         R"("after":{},"after_unknown":)" + unknown + "}}";
}

std::string configured(const std::string& local, const std::string& references) {
  return R"({"address":")" + local + R"(","expressions":{"target_id":{"references":)" + references + "}}}";
}

/// `test_thing.user` with these references, two subnets by key, one without, and a module that hands things
/// on.
Evaluated plan_with(const std::string& references, const std::string& user = "test_thing.user") {
  const std::string unknown = R"({"target_id":true})";
  return Evaluated(
      R"({"format_version":"1.2","planned_values":{},"resource_changes":[)" + change(user, unknown) + "," +
      change("test_thing.keyed[\"a\"]", "{}") + "," + change("test_thing.keyed[\"b\"]", "{}") + "," +
      change("test_thing.single", "{}") + "," + change("module.net[\"a\"].test_thing.inner", unknown) +
      R"(],"configuration":{"root_module":{"resources":[)" + configured("test_thing.user", references) +
      R"(],"module_calls":{"net":{"expressions":{"handed_id":{"references":["test_thing.single.id","test_thing.single"]},
         "handed":{"references":["test_thing.single"]}},
         "module":{"resources":[)" +
      configured("test_thing.inner", R"(["var.handed_id"])") +
      R"(],"outputs":{"inner_id":{"expression":{"references":["test_thing.inner.id","test_thing.inner"]}},
                      "through":{"expression":{"references":["var.handed.other_id","var.handed"]}},
                      "local":{"expression":{"references":["local.x"]}}}}}}}}})");
}

std::string target(const std::string& references, const std::string& user = "test_thing.user") {
  return plan_with(references, user).symbol(user, "target_id");
}

TEST(PlanLinks, LeadToTheInstanceThatIsNamed) {
  EXPECT_EQ(target(R"(["test_thing.single.id","test_thing.single"])"), "test_thing.single.id");
  EXPECT_EQ(target(R"(["test_thing.keyed[\"a\"].id","test_thing.keyed[\"a\"]","test_thing.keyed"])"),
            "test_thing.keyed[\"a\"].id");
  EXPECT_EQ(target(R"(["data.test_thing.x.a[0].b","data.test_thing.x.a","data.test_thing.x"])"),
            "data.test_thing.x.a[0].b");
}

TEST(PlanLinks, TakeTheKeyOfTheInstanceItselfWhereThatIsWhatIsWritten) {
  EXPECT_EQ(target(R"(["test_thing.keyed","each.key"])", "test_thing.user[\"b\"]"),
            "test_thing.keyed[\"b\"].id");
  EXPECT_EQ(target(R"(["test_thing.keyed","each.value"])", "test_thing.user[\"b\"]"), "test_thing.keyed.id");
}

TEST(PlanLinks, GoThroughOutputsAndArgumentsOfModules) {
  EXPECT_EQ(target(R"(["module.net[\"a\"].inner_id","module.net[\"a\"]","module.net"])"),
            "module.net[\"a\"].test_thing.inner.id");
  EXPECT_EQ(target(R"(["module.net[\"a\"].through","module.net[\"a\"]","module.net"])"),
            "test_thing.single.other_id");
  const Evaluated plan = plan_with("[]");
  EXPECT_EQ(plan.symbol("module.net[\"a\"].test_thing.inner", "target_id"), "test_thing.single.id");
}

TEST(PlanLinks, AreNotKnownWhereThePlanDoesNotTell) {
  for (const char* references :
       {R"(["local.x"])", R"(["var.of_the_root"])", R"(["module.net[\"a\"].local","module.net"])",
        R"(["test_thing.single.id","test_thing.other.id"])", R"(["module.none.x","module.none"])"}) {
    const Evaluated plan = plan_with(references);
    EXPECT_TRUE(plan.value("test_thing.user", "target_id").is_unknown()) << references;
  }
}

TEST(PlanAddresses, AreTakenApartAtTheirPoints) {
  const Address address = parse_address(R"(module.a["x.y"].module.b.data.test_thing.c["k]"].ids[0].z)");
  EXPECT_EQ(address.module, R"(module.a["x.y"].module.b)");
  EXPECT_EQ(address.local, "data.test_thing.c");
  EXPECT_EQ(address.key, R"(["k]"])");
  EXPECT_EQ(address.path, "ids[0].z");
  EXPECT_EQ(parse_address("").local, "");
  EXPECT_EQ(parse_address("[[[").local, "");
}

}  // namespace
}  // namespace smtplint::tfplan
