// The networks that the pages of `tests/cases/network/` draw in Terraform, again in Bicep and as templates in
// `topologies/`: the same way of every connection, but for names and places.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "base/memory_file_system.h"
#include "engine/debug/path_debug.h"
#include "knowledge/catalogue.h"
#include "support/nameless.h"

namespace smtplint::engine {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// A page, and which of its projects.
struct Topology {
  std::string page;
  std::string folder;
  std::string sender = "azurerm_linux_virtual_machine.mail";
  std::string sender_in_templates = "Microsoft.Compute/virtualMachines/mail";
};

std::vector<Topology> topologies() {
  const std::string apps = "azurerm_linux_web_app.shop", sites = "Microsoft.Web/sites/shop";
  return {{"denied-at-the-interface", ""},
          {"denied-port-25-by-subscription", ""},
          {"exemption-through-a-firewall", ""},
          {"exemption-through-a-machine", ""},
          {"forced-tunnel", ""},
          {"hub-firewall-with-rule", ""},
          {"hub-firewall-without-rule", ""},
          {"integrated-web-app", "all", apps, sites},
          {"integrated-web-app", "private-only", apps, sites},
          {"internal-load-balancer", "closed"},
          {"internal-load-balancer", "open"},
          {"private-subnet", "written"},
          {"private-subnet", "by-version"},
          {"private-subnet", "older-version"},
          {"rule-of-api-management", "", "azurerm_api_management.api", "Microsoft.ApiManagement/service/api"},
          {"security-admin-rules", "denied"},
          {"security-admin-rules", "always-allowed"},
          {"split-default-route", ""},
          {"submission-port-allowed", ""},
          {"virtual-wan", ""}};
}

const fs::path tests = fs::path(SMTPLINT_SOURCE_DIR) / "tests";

std::string name_of(const Topology& topology) {
  return topology.page + (topology.folder.empty() ? "" : "." + topology.folder);
}

/// The Terraform project of a page.
std::string code_of(const Topology& topology) {
  const std::string page = text_of(tests / "cases/network" / (topology.page + ".md"));
  const std::string fence =
      "```hcl path=" + (topology.folder.empty() ? "" : topology.folder + "/") + "main.tf\n";
  const std::size_t begin = page.find(fence);
  EXPECT_NE(begin, std::string::npos) << topology.page << " has no " << fence;
  return page.substr(begin + fence.size(), page.find("\n```", begin) - begin - fence.size());
}

std::string path_of(const std::string& file, const std::string& text, const std::string& sender,
                    std::uint16_t port) {
  MemoryFileSystem files;
  files.add(file, text);
  Request request;
  request.paths = {""};
  const auto path =
      debug_path(request, {sender, "smtp.sendgrid.net", port}, files, knowledge::Catalogue::built_in());
  EXPECT_TRUE(path.ok()) << file;
  return path ? without_language(*path) : path.error().message;
}

class TopologyParity : public testing::TestWithParam<Topology> {};

TEST_P(TopologyParity, IsTheSamePathInEveryLanguage) {
  const Topology& topology = GetParam();
  for (const std::uint16_t port : {25, 587}) {
    const std::string expected = path_of("main.tf", code_of(topology), topology.sender, port);
    for (const std::string language : {"bicep", "json"}) {
      const fs::path file = tests / "unit/engine/topologies" / (name_of(topology) + "." + language);
      EXPECT_EQ(path_of("main." + language, text_of(file), topology.sender_in_templates, port), expected)
          << file;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, TopologyParity, testing::ValuesIn(topologies()),
                         [](const testing::TestParamInfo<Topology>& topology) {
                           return std::regex_replace(name_of(topology.param), std::regex("[-.]"), "_");
                         });

TEST(TopologyParity, HasEveryPage) {
  std::set<std::string> pages, twins;
  for (const auto& entry : fs::directory_iterator(tests / "cases/network")) pages.insert(entry.path().stem());
  for (const Topology& topology : topologies()) twins.insert(topology.page);
  EXPECT_EQ(twins, pages);
}

}  // namespace
}  // namespace smtplint::engine
