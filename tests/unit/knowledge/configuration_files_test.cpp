#include "knowledge/configuration_files.h"

#include <gtest/gtest.h>

#include "knowledge/catalogue.h"

namespace smtplint::knowledge {
namespace {

const ConfigurationFiles& table() { return Catalogue::built_in().configuration_files(); }

/// The profile that a path names; `-` where the file is no configuration.
std::string profile(std::string_view path) {
  const auto file = table().kind_of(path);
  return file ? file->profile : "-";
}

TEST(ConfigurationFiles, AreKnownByName) {
  for (const auto* path :
       {"appsettings.json", "a/Web.config", "x/.env", "src/main/resources/application.yml",
        "chart/values.yaml", "docker-compose-other.yml", "etc/grafana.ini", "smtp.config",
        "templates/shop/.env", "email.properties", "shop/settings.py", "wp-config.php", "config/mail.php",
        "etc/gitlab.rb", "config.toml", "src/web/Dockerfile", "shop/settings/base.py", "k8s/shop.yaml"}) {
    EXPECT_EQ(profile(path), "") << path;
  }
}

TEST(ConfigurationFiles, NameTheirProfile) {
  EXPECT_EQ(profile("a/appsettings.Production.json"), "Production");
  EXPECT_EQ(profile("Web.Release.config"), "Release");
  EXPECT_EQ(profile("application-prod.properties"), "prod");
  EXPECT_EQ(profile(".env.production"), "production");
  EXPECT_EQ(profile("docker-compose.prod.yml"), "prod");
  EXPECT_EQ(profile("shop/settings/production.py"), "production");
  EXPECT_EQ(profile("config/environments/production.rb"), "production");
  EXPECT_TRUE(table().is_production("Production"));
  EXPECT_TRUE(table().is_local("development"));
  EXPECT_FALSE(table().is_local("dev"));
}

TEST(ConfigurationFiles, AreNotDocumentationTestDataOrTemplates) {
  for (const auto* path :
       {"package.json", "values.schema.json", "tests/appsettings.json", "Shop.Tests/appsettings.json",
        "docs/.env", "spec/fixtures/application.yml", "chart/templates/deployment.yaml", "i18n/config.json",
        "azuredeploy.json", "main.tf", ".github/config.yml", "package-lock.json", "README.md", "app/mail.php",
        "models.py", "environments.rb", "shop/production.py", ".smtplint.yaml", "settings/__init__.py"}) {
    EXPECT_EQ(profile(path), "-") << path;
  }
}

TEST(ConfigurationFiles, AreNotThoseOfTestsByTheNameOfTheirFolder) {
  for (const auto* path :
       {"src/integrationTest/resources/application.properties", "IntegrationTests/appsettings.json",
        "Shop.UnitTests/app.config", "src/contractTest/resources/application.yml", "e2e/.env"}) {
    EXPECT_EQ(profile(path), "-") << path;
  }
  for (const auto* path : {"latest/appsettings.json", "contest/.env", "attestation/values.yaml"}) {
    EXPECT_EQ(profile(path), "") << path;
  }
}

TEST(ConfigurationFiles, KnowWhatIsDeployed) {
  const auto deployed = [](std::string_view path) { return table().kind_of(path)->kind->deployed; };
  EXPECT_TRUE(deployed("appsettings.json"));
  EXPECT_FALSE(deployed("local.settings.json"));
  EXPECT_FALSE(deployed("docker-compose.yml"));
}

TEST(ConfigurationFiles, KnowOtherSchemas) {
  EXPECT_TRUE(table().is_other_schema(
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"));
  EXPECT_TRUE(table().is_other_schema("http://json-schema.org/draft-07/schema#"));
  EXPECT_FALSE(table().is_other_schema("https://json.schemastore.org/appsettings.json"));
}

}  // namespace
}  // namespace smtplint::knowledge
