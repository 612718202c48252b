#include <gmock/gmock.h>

#include "support/terraform_workspace.h"
#include "value/text.h"

namespace smtplint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(TerraformFiles, ReadTheJsonSyntax) {
  TerraformWorkspace work;
  work.add("main.tf.json", R"json({
  "variable": {"port": {"type": "number", "default": [[25]]}, "hosts": {"type": "list(string)", "default": ["h"]}},
  "locals": {"relay": "smtp:${var.port}"},
  "resource": {
    "a": {
      "plain": {
        "count": 2,
        "port": "${var.port}",
        "relay": "${local.relay}",
        "escaped": "a\"b\u0041:[[587]]",
        "list": [1, true, null, {"k": "v"}],
        "hosts": "${var.hosts}",
        "dynamic": {"rule": {"for_each": [7], "content": {"p": "${rule.value}"}}},
        "lifecycle": {"ignore_changes": ["tags"]}
      }
    }
  },
  "module": {"m": {"source": "./m", "x": "${a.plain[0].port}"}}
})json");
  work.add("m/main.tf", "variable \"x\" {}\nresource \"c\" \"d\" { x = var.x }\n");
  Shapes& shapes = work.evaluate();
  EXPECT_TRUE(shapes.events.empty());
  EXPECT_THAT(work.addresses(), ElementsAre("a.plain[0]", "a.plain[1]", "module.m.c.d"));
  EXPECT_EQ(shown(work.get("a.plain[1]", "port")), "25");
  EXPECT_EQ(shown(work.get("a.plain[1]", "relay")), "\"smtp:25\"");
  EXPECT_EQ(shown(work.get("a.plain[1]", "list")), "[1, true, null, {k=\"v\"}]");
  EXPECT_EQ(shown(work.get("a.plain[1]", "rule")), "[{p=7}]");
  EXPECT_EQ(shown(work.get("a.plain[1]", "hosts")), "[\"h\"]");
  EXPECT_EQ(shown(work.get("a.plain[0]", "lifecycle")), "[{ignore_changes=[\"tags\"]}]");
  EXPECT_EQ(shown(work.get("module.m.c.d", "x")), "25");
  const Value escaped = work.get("a.plain[0]", "escaped");
  EXPECT_EQ(shown(escaped), "\"a\"bA:587\"");
  EXPECT_EQ(text_origin(work.store(), escaped, 5, 3).place, work.mark("main.tf.json", 1));
  EXPECT_EQ(work.store().provenance().chain(work.get("module.m.c.d", "x").provenance()).front().place,
            work.mark("main.tf.json", 0));
}

TEST(TerraformFiles, MergeOverrides) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "p" { default = 1 }
locals { l = 1 }
resource "a" "b" {
  x = 1
  y = 2
  rule { n = 1 }
  rule { n = 2 }
  other { n = 3 }
}
)");
  work.add("mail_override.tf", R"(
variable "p" { default = 25 }
locals { l = 2 }
resource "a" "b" {
  y = var.p
  z = local.l
  rule { n = 9 }
}
resource "a" "gone" {}
)");
  Shapes& shapes = work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("a.b"));
  EXPECT_EQ(shown(work.get("a.b", "x")), "1");
  EXPECT_EQ(shown(work.get("a.b", "y")), "25");
  EXPECT_EQ(shown(work.get("a.b", "z")), "2");
  EXPECT_EQ(shown(work.get("a.b", "rule")), "[{n=9}]");
  EXPECT_EQ(shown(work.get("a.b", "other")), "[{n=3}]");
  ASSERT_EQ(shapes.events.size(), 1u);
  EXPECT_THAT(shapes.events[0].detail, HasSubstr("`gone`"));
}

TEST(TerraformFiles, PreferTheFileOfOpenTofu) {
  TerraformWorkspace work;
  work.add("main.tf", "resource \"a\" \"tf\" {}\n");
  work.add("main.tofu", "resource \"a\" \"tofu\" {}\n");
  work.evaluate();
  EXPECT_THAT(work.addresses(), ElementsAre("a.tofu"));
}

TEST(TerraformFiles, SayWhatDoesNotParseAndWhatIsLeftOut) {
  TerraformWorkspace work;
  work.add("main.tf", "resource \"a\" \"b\" { port = 25 }\nresource \"a\" {\n");
  work.add("large.tf", "# " + std::string(3000, 'x') + "\n");
  work.limits.file_bytes = 2000;
  Shapes& shapes = work.evaluate();
  EXPECT_EQ(shown(work.get("a.b", "port")), "25");
  ASSERT_FALSE(shapes.events.empty());
  EXPECT_EQ(shapes.events[0].kind, EventKind::syntax_error);
  ASSERT_EQ(shapes.left_out.size(), 1u);
  EXPECT_EQ(shapes.left_out[0].path, "large.tf");
}

TEST(TerraformFiles, ReadFilesInsideTheWorkspaceOnly) {
  TerraformWorkspace work;
  work.add("infra/main.tf", R"(
resource "x" "y" {
  inside  = file("${path.module}/../scripts/a.sh")
  outside = file("../../etc/passwd")
  tpl     = templatefile("../scripts/t.tftpl", { port = 25, hosts = ["a", "b"] })
  found   = fileset("../scripts", "*.{sh,tftpl}")
}
)");
  work.files().add("scripts/a.sh", "echo 25");
  work.files().add("scripts/t.tftpl", "%{ for h in hosts ~}\n${h}:${port}\n%{ endfor ~}\n");
  work.evaluate("infra");
  EXPECT_EQ(shown(work.get("x.y", "inside")), "\"echo 25\"");
  EXPECT_EQ(work.get("x.y", "outside").reason().kind, ReasonKind::missing_file);
  EXPECT_EQ(shown(work.get("x.y", "tpl")), "\"a:25\nb:25\n\"");
  EXPECT_EQ(shown(work.get("x.y", "found")), "[\"a.sh\", \"t.tftpl\"]");
}

}  // namespace
}  // namespace smtplint
