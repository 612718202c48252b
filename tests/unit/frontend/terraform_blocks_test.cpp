#include <gmock/gmock.h>

#include "support/terraform_workspace.h"
#include "value/text.h"

namespace smtplint {
namespace {

using testing::ElementsAre;

TEST(TerraformBlocks, AreListsOfObjects) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
resource "a" "b" {
  name = "n"
  [[site_config]] {
    vnet_route_all_enabled = true
    cors {
      allowed = ["x"]
    }
  }
  security_rule = [{ port = 25 }]
  provisioner "local-exec" {
    command = "mail"
  }
  connection { host = "h" }
  lifecycle {
    ignore_changes = [app_settings["X"], tags]
  }
  depends_on = [a.c]
}
)");
  work.evaluate();
  const Properties& properties = *work.find("a.b")->properties;
  EXPECT_THAT(properties.names(),
              ElementsAre("name", "site_config", "security_rule", "provisioner", "connection"));
  EXPECT_EQ(shown(properties.get("site_config")),
            "[{cors=[{allowed=[\"x\"]}], vnet_route_all_enabled=true}]");
  EXPECT_EQ(properties.name_place("site_config"), work.mark("main.tf"));
  EXPECT_EQ(shown(properties.get("security_rule")), "[{port=25}]");
  EXPECT_EQ(shown(properties.get("provisioner")), "[{command=\"mail\", type=\"local-exec\"}]");
  EXPECT_EQ(shown(properties.get("lifecycle")), "[{ignore_changes=[\"app_settings[\"X\"]\", \"tags\"]}]");
  EXPECT_TRUE(properties.get("depends_on").is_absent());
}

TEST(TerraformBlocks, AreMadeByDynamicOnes) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "rules" {}
resource "a" "b" {
  rule { port = 1 }
  dynamic "rule" {
    for_each = { x = [[25]], y = 587 }
    iterator = each_rule
    content {
      name = each_rule.key
      port = each_rule.value
      dynamic "inner" {
        for_each = [each_rule.value]
        content { deep = inner.value + 1 }
      }
    }
  }
  dynamic "open" {
    for_each = var.rules
    content { port = open.value }
  }
}
)");
  work.evaluate();
  EXPECT_EQ(
      shown(work.get("a.b", "rule")),
      "[{port=1}, {inner=[{deep=26}], name=\"x\", port=25}, {inner=[{deep=588}], name=\"y\", port=587}]");
  const Value open = work.get("a.b", "open");
  EXPECT_EQ(shown(open), "[, ...]");
  EXPECT_EQ(open.rest()->name, "var.rules");
  const Value port = work.get("a.b", "rule").items()[1].find("port");
  EXPECT_EQ(work.store().provenance().chain(port.provenance()).front().place, work.mark("main.tf"));
}

TEST(TerraformBlocks, SpeakTheNamesOfResourceManagerForAzapi) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "api" {}
resource "azapi_resource" "site" {
  type      = "Microsoft.Web/sites@2023-12-01"
  name      = "shop"
  parent_id = azurerm_resource_group.rg.id
  location  = "westeurope"
  body = {
    kind       = "app"
    properties = { siteConfig = { port = [[25]] } }
  }
}
resource "azapi_update_resource" "text" {
  type        = "Microsoft.Web/sites@${var.api}"
  resource_id = azapi_resource.site.id
  body        = jsonencode({ properties = { port = 25 } })
}
resource "azurerm_resource_group" "rg" {}
)");
  work.evaluate();
  const Resource& site = *work.find("azapi_resource.site");
  EXPECT_EQ(site.dialect, Dialect::arm);
  EXPECT_EQ(site.type, "Microsoft.Web/sites");
  EXPECT_EQ(site.api_version, "2023-12-01");
  EXPECT_THAT(site.properties->names(), ElementsAre("name", "parent_id", "location", "kind", "properties"));
  EXPECT_EQ(shown(site.properties->get("properties")), "{siteConfig={port=25}}");
  EXPECT_EQ(shown(site.properties->get("parent_id")), "azurerm_resource_group.rg.id");
  EXPECT_EQ(shown(site.properties->get("Properties")), "{siteConfig={port=25}}");
  const Resource& text = *work.find("azapi_update_resource.text");
  EXPECT_EQ(text.type, "Microsoft.Web/sites");
  EXPECT_EQ(text.api_version, "");
  EXPECT_EQ(shown(text.properties->get("properties")), "{port=25}");
}

TEST(TerraformBlocks, RenderTheDataSourcesThatArePure) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
data "template_file" "t" {
  template = "relayhost = $${host}:[[25]]"
  vars     = { host = "smtp" }
}
data "cloudinit_config" "c" {
  gzip          = false
  base64_encode = false
  part {
    content_type = "text/cloud-config"
    filename     = "mail.yaml"
    content      = data.template_file.t.rendered
  }
  part { content = "x" }
}
data "local_file" "f" { filename = "${path.module}/note.txt" }
data "azurerm_key_vault_secret" "s" { name = "password" }
resource "x" "y" {
  text     = data.template_file.t.rendered
  message  = data.cloudinit_config.c.rendered
  note     = data.local_file.f.content
  password = data.azurerm_key_vault_secret.s.value
}
)");
  work.files().add("note.txt", "hello");
  Shapes& shapes = work.evaluate();
  EXPECT_EQ(shown(work.get("x.y", "text")), "\"relayhost = smtp:25\"");
  EXPECT_EQ(shown(work.get("x.y", "message")),
            "\"Content-Type: multipart/mixed; boundary=\"MIMEBOUNDARY\"\nMIME-Version: 1.0\r\n\r\n"
            "--MIMEBOUNDARY\r\nContent-Disposition: attachment; filename=\"mail.yaml\"\r\n"
            "Content-Transfer-Encoding: 7bit\r\nContent-Type: text/cloud-config\r\nMime-Version: 1.0\r\n\r\n"
            "relayhost = smtp:25\r\n--MIMEBOUNDARY\r\nContent-Transfer-Encoding: 7bit\r\n"
            "Content-Type: text/plain\r\nMime-Version: 1.0\r\n\r\nx\r\n--MIMEBOUNDARY--\r\n\"");
  EXPECT_EQ(shown(work.get("x.y", "note")), "\"hello\"");
  EXPECT_EQ(shown(work.get("x.y", "password")), "data.azurerm_key_vault_secret.s.value");
  const Value message = work.get("x.y", "message");
  const std::size_t at = message.text().chars.find("25");
  EXPECT_EQ(text_origin(work.store(), message, at, 2).place, work.mark("main.tf"));
  EXPECT_THAT(shapes.later->met().files_read, ElementsAre("note.txt"));
}

}  // namespace
}  // namespace smtplint
