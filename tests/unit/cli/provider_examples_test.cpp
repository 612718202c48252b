// The examples of providers run from the settings of a web app, which sends through its network, to the
// finding.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/glob.h"
#include "base/memory_file_system.h"
#include "engine/analyze.h"
#include "engine/deployments/analysis_cache.h"
#include "knowledge/catalogue.h"

namespace smtplint {
namespace {

using knowledge::Provider;
using knowledge::ProviderExample;
using Kind = knowledge::FrameworkExample::Kind;

constexpr const char* network = R"(
resource "azurerm_service_plan" "shop" {
  os_type  = "Linux"
  sku_name = "P1v3"
}

resource "azurerm_subnet" "apps" {
  name                 = "apps"
  virtual_network_name = "shop"
  address_prefixes     = ["10.0.0.0/24"]
}
)";

std::string web_app_with(const ProviderExample& example) {
  std::string text =
      "resource \"azurerm_linux_web_app\" \"shop\" {\n"
      "  service_plan_id           = azurerm_service_plan.shop.id\n"
      "  virtual_network_subnet_id = azurerm_subnet.apps.id\n"
      "  site_config {\n    vnet_route_all_enabled = true\n  }\n"
      "  app_settings = {\n";
  for (const auto& [key, value] : example.settings) text += "    \"" + key + "\" = \"" + value + "\"\n";
  return text + "  }\n}\n" + network;
}

Result<Report> report_on(const ProviderExample& example) {
  MemoryFileSystem files;
  files.add("main.tf", web_app_with(example));
  engine::Request request;
  request.subscription.type = example.subscription;
  request.today = "2026-01-01";
  engine::AnalysisCache cache;
  return engine::analyze(request, files, knowledge::Catalogue::built_in(), cache);
}

std::string shown(const Provider& provider, const ProviderExample& example) {
  std::string text = provider.id + ", " + example.subscription + ":";
  for (const auto& [key, value] : example.settings) text += " " + key + "=" + value;
  return text;
}

void check_findings(const ProviderExample& example, const std::vector<Finding>& findings) {
  if (example.finds.empty()) {
    EXPECT_TRUE(findings.empty()) << findings.front().rule << ": " << findings.front().message;
    return;
  }
  const auto found = std::ranges::find(findings, example.finds, &Finding::rule);
  ASSERT_NE(found, findings.end()) << "no " << example.finds;
  EXPECT_NE(found->help.find(example.help), std::string::npos) << found->help;
}

/// A test inbox is no destination that is judged; a name that only looks like one belongs to nobody known.
void check_destination(const Provider& provider, const ProviderExample& example,
                       const std::vector<SenderRow>& senders) {
  if (provider.sink && example.kind != Kind::bad) {
    EXPECT_TRUE(senders.empty());
    return;
  }
  ASSERT_EQ(senders.size(), 1u);
  const DestinationRow& destination = senders.front().destination;
  if (provider.sink) {
    EXPECT_EQ(destination.provider, std::nullopt);
    return;
  }
  EXPECT_EQ(destination.provider, provider.id);
  const bool offered = std::ranges::find(provider.ports, destination.port.value_or(0),
                                         &knowledge::ProviderPort::number) != provider.ports.end();
  EXPECT_TRUE(offered || destination.port == 25) << "not a port of the provider";
}

TEST(ProviderExamples, DoWhatTheySay) {
  for (const Provider& provider : knowledge::Catalogue::built_in().providers().all()) {
    for (const ProviderExample& example : provider.examples) {
      SCOPED_TRACE(shown(provider, example));
      const Result<Report> report = report_on(example);
      ASSERT_TRUE(report.ok());
      check_destination(provider, example, report->senders);
      check_findings(example, report->findings);
    }
  }
}

TEST(ProviderExamples, AreThereForEachKind) {
  for (const Provider& provider : knowledge::Catalogue::built_in().providers().all()) {
    for (const Kind kind : {Kind::bad, Kind::good, Kind::omitted}) {
      EXPECT_NE(std::ranges::find(provider.examples, kind, &ProviderExample::kind), provider.examples.end())
          << provider.id << ", kind " << static_cast<int>(kind);
    }
  }
}

/// Only where nothing comes of it is an example good, and one without a finding says no more than that.
TEST(ProviderExamples, ExpectAFindingWhereTheyAreBad) {
  for (const Provider& provider : knowledge::Catalogue::built_in().providers().all()) {
    for (const ProviderExample& example : provider.examples) {
      SCOPED_TRACE(shown(provider, example));
      if (example.kind != Kind::omitted) {
        EXPECT_EQ(example.finds.empty(), example.kind == Kind::good);
      }
      EXPECT_EQ(example.help.empty(), example.finds.empty());
    }
  }
}

bool stands_in_an_example(const Provider& provider, const std::string& pattern) {
  const auto fits = [&](const auto& setting) {
    return setting.second == pattern ||
           (pattern.find('*') != std::string::npos && glob_matches(pattern, setting.second));
  };
  return std::ranges::any_of(provider.examples, [&](const ProviderExample& example) {
    return std::ranges::any_of(example.settings, fits);
  });
}

TEST(ProviderExamples, HaveAHostForEachPattern) {
  for (const Provider& provider : knowledge::Catalogue::built_in().providers().all()) {
    for (const std::string& host : provider.hosts) {
      if (host.find('*') == std::string::npos) continue;
      EXPECT_TRUE(stands_in_an_example(provider, host)) << provider.id << ": " << host;
    }
  }
}

}  // namespace
}  // namespace smtplint
