#include "engine/configuration/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/configuration/keys.h"

namespace smtplint::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ConfigurationReading read(std::string text, std::string folder = "") {
  return read_configuration({".smtplint.yaml", std::move(folder), std::move(text)},
                            knowledge::Catalogue::built_in());
}

std::vector<std::string> problems(const std::string& text) {
  std::vector<std::string> lines;
  for (const ConfigurationProblem& problem : read(text).problems) lines.push_back(to_string(problem, "c"));
  return lines;
}

TEST(ConfigurationReader, TakesEveryKeyOfTheContract) {
  std::vector<std::string_view> names;
  for (const auto& key : configuration_keys()) names.push_back(key.info.name);
  EXPECT_THAT(names, ElementsAre("subscription", "private-domains", "private-addresses", "relays", "severity",
                                 "exclude", "apps", "ignore", "policy-edition", "as-of", "platform"));
}

TEST(ConfigurationReader, ReadsValues) {
  const ConfigurationReading reading = read(R"(
subscription:
  - path: infra/prod/
    environment: prod-*
    provider: hub
    type: EA
    created: 2016-01-31
    exempt: {evidence: 1234, date: 2024-05-07}
private-domains: ["*.Contoso.com.", .fabrikam.net]
private-addresses: [10.0.0.0/8, "fd00::/8"]
relays: [SMTP-*.contoso.com, "2001:db8::1"]
severity: {direct-port-25-blocked: note, SMTP003: off}
exclude: [./old, "**/x.tfvars"]
apps: [{path: src/shop, runs-on: "*_web_app.shop"}]
ignore: [{rule: SMTP001, path: a, address: "azurerm_*", reason: "because: yes", until: 2030-01-01}]
policy-edition: e8
as-of: 2023-02-01
platform: other
)");
  EXPECT_THAT(reading.problems, IsEmpty());
  const Configuration& configuration = reading.configuration;
  const SubscriptionRule& rule = configuration.subscription->front();
  EXPECT_EQ(rule.type, "enterprise-agreement");
  EXPECT_EQ(rule.created, "2016-01-31");
  EXPECT_EQ(rule.exempt->evidence, "1234");
  EXPECT_TRUE(rule.path->covers("infra/prod/eu"));
  EXPECT_TRUE(rule.environment->matches("prod-eu"));
  EXPECT_THAT(*configuration.private_domains, ElementsAre("contoso.com", "fabrikam.net"));
  EXPECT_EQ(configuration.private_addresses->size(), 2u);
  EXPECT_THAT(*configuration.relays, ElementsAre("smtp-*.contoso.com", "2001:db8::1"));
  EXPECT_EQ(configuration.severity->at("SMTP001"), Severity::note);
  EXPECT_EQ(configuration.severity->at("SMTP003"), Severity::off);
  EXPECT_TRUE(configuration.exclude->front().covers("old/main.tf"));
  EXPECT_TRUE(configuration.apps->front().path.covers("src/shop/appsettings.json"));
  EXPECT_TRUE(configuration.apps->front().runs_on.matches("azurerm_linux_web_app.shop"));
  EXPECT_EQ(configuration.ignore->front().reason, "because: yes");
  EXPECT_EQ(configuration.policy_edition, "E8");
  EXPECT_EQ(configuration.platform, Platform::other);
}

TEST(ConfigurationReader, PathsCountFromItsFolder) {
  const Configuration configuration = read("exclude: [old, '**/x.tfvars', .]", "infra").configuration;
  const auto& exclude = *configuration.exclude;
  EXPECT_TRUE(exclude[0].covers("infra/old/main.tf"));
  EXPECT_FALSE(exclude[0].covers("old/main.tf"));
  EXPECT_TRUE(exclude[1].covers("infra/a/x.tfvars"));
  EXPECT_FALSE(exclude[1].covers("other/infra/x.tfvars"));
  EXPECT_TRUE(exclude[2].covers("infra/a/b"));
  EXPECT_FALSE(exclude[2].covers("infrastructure/a"));
}

TEST(ConfigurationReader, FilesWithoutKeysSayNothing) {
  for (const char* text : {"", "# nothing\n", "---\n", "{}\n", "null\n"}) {
    EXPECT_THAT(problems(text), IsEmpty()) << text;
    EXPECT_FALSE(read(text).configuration.subscription.has_value());
  }
}

TEST(ConfigurationReader, TakesTheOptionsOfAnEditor) {
  const ConfigurationReading reading = read(
      R"({"subscription":[{"type":"pay-as-you-go","environment":"\u0064ev"}],"severity":{"SMTP003":"off"}})");
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_TRUE(reading.configuration.subscription->front().environment->matches("dev"));
}

TEST(ConfigurationReader, SaysAllThatIsWrongInTheOrderOfTheText) {
  EXPECT_THAT(problems("platform: azur\nsubscriptions: payg\nas-of: 2018-01-01\n"),
              ElementsAre("c:1:11: unknown platform `azur`; did you mean `azure`?",
                          "c:2:1: unknown key `subscriptions`; did you mean `subscription`?",
                          "c:3:8: 2018-01-01 is before the first edition of the policy (2018-11-21)"));
  EXPECT_THAT(problems("subscription:\n  - type: csp\n    exempt: {evidence: x, dtae: 2020-01-01}\n"),
              ElementsAre("c:3:13: `date` is missing", "c:3:27: unknown key `dtae`; did you mean `date`?"));
}

struct Refused {
  const char* text;
  const char* problem;
};

class ConfigurationRefuses : public testing::TestWithParam<Refused> {};

TEST_P(ConfigurationRefuses, WithThePlace) {
  EXPECT_THAT(problems(GetParam().text), ElementsAre(GetParam().problem));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ConfigurationRefuses,
    testing::Values(
        Refused{"- a\n", "c:1:1: expected keys with values here"},
        Refused{"subscription: {type: csp}\n", "c:1:15: expected a single value here"},
        Refused{"subscription: [csp]\n", "c:1:16: expected keys with values here"},
        Refused{"private-domains: contoso.com\n", "c:1:18: expected a list here"},
        Refused{"private-domains: ['https://contoso.com']\n",
                "c:1:19: expected the name or address of a host here, without scheme or port"},
        Refused{"relays: ['mail.contoso.com:25']\n",
                "c:1:10: expected the name or address of a host here, without scheme or port"},
        Refused{"severity: [SMTP001]\n", "c:1:11: expected rules with their levels here, `RULE: off`"},
        Refused{"severity: {SMTP001: note, direct-port-25-blocked: off}\n", "c:1:27: `SMTP001` is repeated"},
        Refused{"ignore: [{rule: SMTP001}]\n", "c:1:10: `reason` is missing"},
        Refused{"exclude: [/etc]\n",
                "c:1:11: a path is written from the folder of this file and stays within it"},
        Refused{"exclude: ['']\n", "c:1:11: expected a value here, not an empty text"},
        Refused{"platform: &a azure\n", "c:1:11: anchors are not allowed"},
        Refused{"platform:\tazure\n",
                "c:1:10: tabs are not allowed; in double quotes, `\\t` stands for one"}));

TEST(ConfigurationReader, BoundsDepthAndSize) {
  EXPECT_THAT(problems("a: " + std::string(100, '[') + std::string(100, ']')),
              testing::Contains(testing::HasSubstr("too deeply nested")));
  EXPECT_THAT(problems("# " + std::string(2u << 20u, 'x')),
              ElementsAre(testing::HasSubstr("larger than 1 MiB")));
}

}  // namespace
}  // namespace smtplint::engine
