#include <gmock/gmock.h>

#include "support/terraform_workspace.h"
#include "value/text.h"

namespace smtplint {
namespace {

using testing::ElementsAre;

TEST(TerraformProvenance, LeadsFromAVariableFileThroughAModuleToTheUse) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "smtp_port" {}
module "mail" {
  source = "./mail"
  port   = var.smtp_port
}
)");
  work.add("prod.tfvars", "smtp_port = [[25]]\n");
  work.add("mail/main.tf", R"(
variable "port" { type = number }
resource "azurerm_linux_web_app" "shop" {
  app_settings = { SMTP_PORT = var.port }
}
)");
  work.evaluate("", "prod");
  const Value port = work.get("module.mail.azurerm_linux_web_app.shop", "app_settings").find("SMTP_PORT");
  EXPECT_EQ(shown(port), "25");
  EXPECT_THAT(work.chain(port), ElementsAre("25", "var.smtp_port", "port", "var.port"));
  EXPECT_EQ(work.store().provenance().chain(port.provenance()).front().place, work.mark("prod.tfvars"));
}

TEST(TerraformProvenance, CountsAReferenceIntoAnObjectAsOneStep) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "mail" { default = { smtp = { port = [[25]] } } }
resource "x" "y" { port = var.mail.smtp.port }
)");
  work.evaluate();
  const Value port = work.get("x.y", "port");
  EXPECT_EQ(shown(port), "25");
  EXPECT_THAT(work.chain(port), ElementsAre("25", "default", "var.mail.smtp.port"));
}

TEST(TerraformProvenance, KeepsThePiecesOfATemplateWithTheirChains) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "host" { default = "[[smtp.sendgrid.net]]" }
locals { relay = "${var.host}:[[25]]" }
resource "x" "y" { relay = local.relay }
)");
  work.evaluate();
  const Value relay = work.get("x.y", "relay");
  ASSERT_EQ(shown(relay), "\"smtp.sendgrid.net:25\"");
  const TextOrigin host = text_origin(work.store(), relay, 0, 17);
  EXPECT_TRUE(host.exact);
  EXPECT_EQ(host.place, work.mark("main.tf", 0));
  const TextOrigin port = text_origin(work.store(), relay, 18, 2);
  EXPECT_TRUE(port.exact);
  EXPECT_EQ(port.place, work.mark("main.tf", 1));
}

TEST(TerraformProvenance, KeepsTextAroundAHole) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
variable "host" {}
resource "x" "y" { relay = "${var.host}:[[25]]" }
)");
  work.evaluate();
  const Value relay = work.get("x.y", "relay");
  ASSERT_TRUE(relay.is(ValueType::string));
  EXPECT_TRUE(relay.text().has_holes());
  const std::size_t at = relay.text().chars.size() - 2;
  EXPECT_EQ(text_origin(work.store(), relay, at, 2).place, work.mark("main.tf"));
}

TEST(TerraformProvenance, NamesTheLocalTheOutputAndTheElement) {
  TerraformWorkspace work;
  work.add("main.tf", R"(
locals { ports = { smtp = [[25]] } }
module "m" {
  source = "./m"
  port   = local.ports["smtp"]
}
resource "x" "y" { port = module.m.port }
)");
  work.add("m/main.tf", R"(
variable "port" {}
output "port" { value = var.port }
)");
  work.evaluate();
  EXPECT_THAT(work.chain(work.get("x.y", "port")),
              ElementsAre("25", "local.ports[\"smtp\"]", "port", "var.port", "module.m.port"));
}

}  // namespace
}  // namespace smtplint
