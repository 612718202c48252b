#include <gmock/gmock.h>

#include <map>

#include "support/terraform_workspace.h"

namespace smtplint {
namespace {

using testing::ElementsAre;

TEST(TerraformVariables, TakeTheStrongestAssignment) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "a" { default = "default" }
variable "b" { default = "default" }
variable "c" { default = "default" }
variable "d" { default = "default" }
variable "e" { default = "default" }
resource "x" "y" { v = [var.a, var.b, var.c, var.d, var.e] }
)");
  work.add("terraform.tfvars", "b = \"tfvars\"\nc = \"tfvars\"\nd = \"tfvars\"\ne = \"tfvars\"\n");
  work.add("z.auto.tfvars.json", R"({"c": "auto", "d": "auto", "e": "auto"})");
  work.add("a.auto.tfvars", "c = \"weaker\"\n");
  work.add("prod.tfvars", "d = \"file\"\ne = \"file\"\n");
  work.variables.values = {{"e", "first"}, {"e", "line"}};
  work.evaluate("", "prod");
  EXPECT_EQ(shown(work.get("x.y", "v")), "[\"default\", \"tfvars\", \"auto\", \"file\", \"line\"]");
}

TEST(TerraformVariables, ReadTheCommandLineByType) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "s" { type = string }
variable "n" { type = number }
variable "l" { type = list(number) }
variable "u" {}
resource "x" "y" { v = [var.s, var.n, var.l, var.u] }
)");
  work.variables.values = {{"s", "[1]"}, {"n", "25"}, {"l", "[1, \"2\"]"}, {"u", "[1]"}};
  work.evaluate();
  EXPECT_EQ(shown(work.get("x.y", "v")), "[\"[1]\", 25, [1, 2], \"[1]\"]");
}

TEST(TerraformVariables, AreConvertedToTheirTypes) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "s" {
  type    = string
  default = 25
}
variable "m" {
  type    = map(string)
  default = { a = 1, b = true }
}
variable "o" {
  type = object({
    host = string
    port = optional(number, 25)
    tls  = optional(bool)
    in   = optional(object({ x = optional(string, "deep") }), {})
  })
  default = { host = "h", surplus = 1 }
}
variable "t" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "bad" {
  type    = number
  default = "x"
}
variable "missing" {
  type    = object({ host = string })
  default = {}
}
variable "any" {
  type    = list(any)
  default = [1, "x"]
}
variable "old" {
  type    = "string"
  default = 1
}
resource "x" "y" {
  s   = var.s
  m   = var.m
  o   = var.o
  t   = var.t
  bad = var.bad
  mis = var.missing
  any = var.any
  old = var.old
}
)");
  work.evaluate();
  EXPECT_EQ(shown(work.get("x.y", "s")), "\"25\"");
  EXPECT_EQ(shown(work.get("x.y", "m")), "{a=\"1\", b=\"true\"}");
  EXPECT_EQ(shown(work.get("x.y", "o")), "{host=\"h\", in={x=\"deep\"}, port=25, tls=null}");
  EXPECT_EQ(shown(work.get("x.y", "t")), "[\"a\", \"b\"]");
  EXPECT_EQ(work.get("x.y", "bad").reason().kind, ReasonKind::evaluation_error);
  EXPECT_EQ(shown(work.get("x.y", "mis")), "?the attribute `host` is required");
  EXPECT_EQ(shown(work.get("x.y", "any")), "[\"1\", \"x\"]");
  EXPECT_EQ(shown(work.get("x.y", "old")), "\"1\"");
}

TEST(TerraformVariables, WithoutValueSayWhichAndWhere) {
  TerraformWorkspace work;
  work.add("main.tf", "[[variable \"smtp_port\"]] {}\nresource \"x\" \"y\" { port = var.smtp_port }\n");
  work.evaluate();
  const Value port = work.get("x.y", "port");
  ASSERT_TRUE(port.is_unknown());
  EXPECT_EQ(port.reason().kind, ReasonKind::no_value);
  EXPECT_EQ(port.reason().name, "var.smtp_port");
  EXPECT_EQ(port.reason().place, work.mark("main.tf"));
}

TEST(TerraformVariables, KeepSecretsMarked) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "password" {
  default   = "p"
  sensitive = true
}
variable "keep" {
  default  = "d"
  nullable = false
}
module "m" {
  source = "./m"
  v      = "x${var.password}"
  n      = null
}
resource "x" "y" { v = module.m.v }
)");
  work.add("m/main.tf", R"(
variable "v" {}
variable "n" {
  default  = 1
  nullable = false
}
output "v" { value = [var.v, var.n] }
)");
  work.evaluate();
  const Value value = work.get("x.y", "v");
  EXPECT_TRUE(value.items()[0].sensitive());
  EXPECT_EQ(shown(value.items()[1]), "1");
}

TEST(TerraformRoots, AreFoldersThatNobodyCalls) {
  TerraformWorkspace work;
  work.add("app/main.tf", "module \"m\" { source = \"../modules/m\" }\n");
  work.add("app/prod.tfvars", "");
  work.add("app/env/test/values.tfvars", "");
  work.add("app/env/prod/values.tfvars", "");
  work.add("app/terraform.tfvars", "");
  work.add("modules/m/main.tf", "module \"n\" { source = \"../n\" }\n");
  work.add("modules/n/main.tf", "");
  work.add("state/main.tf",
           "terraform {\n  backend \"azurerm\" {}\n}\nmodule \"o\" { source = \"../own\" }\n");
  work.add("own/main.tf", "variable \"x\" {}\n");
  work.add("app/notes/main.tf", "# nothing but a remark\n");
  work.add("app/notes/stage.tfvars", "");
  work.add("own/dev.tfvars", "");
  work.add("caller/main.tf", "module \"s\" { source = \"../state\" }\n");
  std::vector<std::string> found;
  for (const terraform::Root& root : work.project().roots()) {
    for (const terraform::Environment& one : root.environments) found.push_back(root.folder + ":" + one.name);
  }
  EXPECT_THAT(found, ElementsAre("app:env/prod/values", "app:env/test/values", "app:prod", "app:stage",
                                 "caller:", "own:dev", "state:"));
  EXPECT_THAT(work.project().files_of({"app", {}}),
              ElementsAre("app/main.tf", "app/terraform.tfvars", "modules/m/main.tf", "modules/n/main.tf"));
}

/// `prod: common.tfvars prod.tfvars` for each environment of the only root.
std::vector<std::string> environments(const std::map<std::string, std::string>& files) {
  TerraformWorkspace work;
  for (const auto& [path, text] : files) work.add(path, text);
  std::vector<std::string> found;
  const std::vector<terraform::Root> roots = work.project().roots();
  for (const terraform::Environment& environment : roots.at(0).environments) {
    std::string& one = found.emplace_back(environment.name + ":");
    for (const std::string& path : environment.variable_files) one += " " + path;
  }
  return found;
}

/// A shared file counts below each of the files that it completes.
TEST(TerraformVariables, AreSharedByFilesThatLackThem) {
  const std::string three = "variable \"a\" {}\nvariable \"b\" {}\nvariable \"c\" { default = 1 }\n";
  EXPECT_THAT(environments({{"main.tf", three},
                            {"all.tfvars", "a = 1\n"},
                            {"dev.tfvars", "b = 1\n"},
                            {"prod.tfvars", "b = 2\nc = 2\n"}}),
              ElementsAre("dev: all.tfvars dev.tfvars", "prod: all.tfvars prod.tfvars"));
  EXPECT_THAT(environments({{"main.tf", three}, {"x.tfvars", "a = 1\n"}, {"y.tfvars", "b = 1\n"}}),
              ElementsAre("x+y: x.tfvars y.tfvars"));
}

TEST(TerraformVariables, StandAloneWhereAFileIsComplete) {
  const std::string two = "variable \"a\" {}\nvariable \"b\" { default = 1 }\n";
  EXPECT_THAT(environments({{"main.tf", two}, {"dev.tfvars", "a = 1\n"}, {"more.tfvars", "b = 2\n"}}),
              ElementsAre("dev: dev.tfvars", "more: more.tfvars"))
      << "nothing says that both are used together";
  EXPECT_THAT(environments({{"main.tf", "variable \"a\" {}\nvariable \"b\" {}\n"},
                            {"dev.tfvars", "a = 1\n"},
                            {"prod.tfvars", "a = 2\nb = 2\n"}}),
              ElementsAre("dev: dev.tfvars", "prod: prod.tfvars"))
      << "both set `a`";
  EXPECT_THAT(environments({{"main.tf", "variable \"a\" {}\nvariable \"b\" {}\n"},
                            {"terraform.tfvars", "b = 1\n"},
                            {"dev.tfvars", "a = 1\n"},
                            {"x.tfvars", "b = 2\n"}}),
              ElementsAre("dev: dev.tfvars", "x: x.tfvars"))
      << "`b` has a value anyway";
}

}  // namespace
}  // namespace smtplint
