// What comes out never depends on what is kept: reports byte for byte with a cold, a warm and a one-entry
// cache, while files change; and only the deployments that a changed file belongs to run again.
#include <gtest/gtest.h>

#include <sstream>

#include "base/disk_file_system.h"
#include "base/memory_file_system.h"
#include "base/overlay_file_system.h"
#include "engine/analyze.h"
#include "engine/deployments/analysis_cache.h"
#include "engine/workspace/workspace.h"
#include "report/reporter.h"

namespace smtplint {
namespace {

engine::Request pay_as_you_go() {
  engine::Request request;
  request.subscription.type = "pay-as-you-go";
  request.today = "2026-01-01";
  return request;
}

engine::AnalysisCache with_one_entry() { return {ParseCache(1), engine::OutcomeCache(1)}; }

std::string json(const FileSystem& files, engine::AnalysisCache& cache, bool fixes = true) {
  engine::Request request = pay_as_you_go();
  request.fixes = fixes;
  const auto report = engine::analyze(request, files, knowledge::Catalogue::built_in(), cache);
  EXPECT_TRUE(report.ok());
  std::ostringstream text;
  report::reporter_named("json")->write(text, *report, {});
  return text.str();
}

void expect_same_from_every_cache(const FileSystem& files, engine::AnalysisCache& warm,
                                  engine::AnalysisCache& small) {
  engine::AnalysisCache cold;
  const std::string expected = json(files, cold);
  EXPECT_NE(expected.find("SMTP"), std::string::npos);
  EXPECT_EQ(json(files, cold), expected);
  EXPECT_EQ(json(files, warm), expected);
  EXPECT_EQ(json(files, small), expected);
}

TEST(KeptResults, AreTheSameWhileAProjectChanges) {
  const DiskFileSystem disk(std::string(SMTPLINT_SOURCE_DIR) + "/fixtures/demo-shop");
  engine::AnalysisCache warm;
  engine::AnalysisCache small = with_one_entry();
  const std::string file = "variables.tf";
  const auto text = disk.read(file, 1u << 20u);
  ASSERT_TRUE(text.ok());
  std::size_t edited = 0;
  for (std::size_t length = 0; length <= text->size(); length += 97) {
    const OverlayFileSystem files(disk, {{file, text->substr(0, length)}});
    expect_same_from_every_cache(files, warm, small);
    ++edited;
  }
  EXPECT_GT(edited, 3u);
  EXPECT_GT(warm.trees.size(), edited);
  EXPECT_EQ(small.trees.size(), 1u);
}

/// Every file of every fixture cut off at several places, one after the other.
TEST(KeptResults, AreTheSameWhicheverFileChanges) {
  const DiskFileSystem disk(std::string(SMTPLINT_SOURCE_DIR) + "/fixtures");
  engine::AnalysisCache warm;
  engine::AnalysisCache small = with_one_entry();
  std::size_t edited = 0;
  const std::vector<std::string> none;
  for (const std::string& file : engine::list_workspace(disk, {none, none, 10'000}).paths) {
    const auto text = disk.read(file, 1u << 20u);
    ASSERT_TRUE(text.ok());
    for (const std::size_t length : {text->size() / 3, text->size()}) {
      const OverlayFileSystem files(disk, {{file, text->substr(0, length)}});
      expect_same_from_every_cache(files, warm, small);
      ++edited;
    }
  }
  EXPECT_GT(edited, 20u);
  EXPECT_GT(warm.outcomes.found(), 0u);
}

/// Two shops that share a module, one with two environments, and a third that has nothing to do with them.
MemoryFileSystem three_shops() {
  MemoryFileSystem files;
  for (const std::string shop : {"one", "two"}) {
    files.add(shop + "/main.tf",
              "variable \"port\" { default = 25 }\n"
              "module \"app\" {\n  source = \"../app\"\n  port = var.port\n}\n");
  }
  files.add("one/dev.tfvars", "port = 587\n");
  files.add("one/prod.tfvars", "port = 25\n");
  files.add("app/main.tf",
            "variable \"port\" {}\nresource \"azurerm_linux_web_app\" \"shop\" {\n  app_settings = {\n"
            "    SMTP_HOST = \"smtp.sendgrid.net\"\n    SMTP_PORT = var.port\n  }\n}\n");
  files.add("three/main.tf",
            "resource \"azurerm_linux_web_app\" \"shop\" {\n  app_settings = {\n"
            "    SMTP_HOST = trimspace(file(\"${path.module}/host.txt\"))\n    SMTP_PORT = 25\n  }\n}\n");
  return files;
}

/// How many deployments an analysis makes anew, without those of proofs of fixes.
std::size_t made_for(const FileSystem& files, engine::AnalysisCache& cache) {
  const std::size_t before = cache.outcomes.made();
  engine::AnalysisCache cold;
  EXPECT_EQ(json(files, cache, false), json(files, cold, false));
  return cache.outcomes.made() - before;
}

TEST(KeptOutcomes, AreMadeAgainForTheDeploymentsOfAChangedFile) {
  const MemoryFileSystem shops = three_shops();
  engine::AnalysisCache cache;
  EXPECT_EQ(made_for(shops, cache), 4u) << "one in dev, one in prod, two, three";
  EXPECT_EQ(made_for(shops, cache), 0u);
  const auto after_comment_in = [&](const std::string& file) {
    const auto text = shops.read(file, 1u << 20u);
    const std::size_t made = made_for(OverlayFileSystem(shops, {{file, *text + "# changed\n"}}), cache);
    EXPECT_EQ(made_for(shops, cache), 0u) << "what was before an edit is still known";
    return made;
  };
  EXPECT_EQ(after_comment_in("two/main.tf"), 1u);
  EXPECT_EQ(after_comment_in("one/main.tf"), 2u) << "in both environments";
  EXPECT_EQ(after_comment_in("one/dev.tfvars"), 1u);
  EXPECT_EQ(after_comment_in("app/main.tf"), 3u) << "a module belongs to those that call it";
}

TEST(KeptOutcomes, AreMadeAgainWhereAFileAppears) {
  const MemoryFileSystem shops = three_shops();
  engine::AnalysisCache cache;
  EXPECT_EQ(made_for(shops, cache), 4u);
  EXPECT_GT(made_for(OverlayFileSystem(shops, {{"three/host.txt", "smtp.sendgrid.net"}}), cache), 0u);
}

/// Folders that tools keep modules in are in no list of the workspace.
TEST(KeptOutcomes, AreMadeAgainWhereAModuleIsFetched) {
  MemoryFileSystem files;
  files.add(
      "main.tf",
      "module \"shop\" {\n  source = \"contoso/shop/azurerm\"\n}\n"
      "resource \"azurerm_container_group\" \"mailer\" {\n  container {\n"
      "    environment_variables = { SMTP_HOST = \"smtp.sendgrid.net\", SMTP_PORT = \"25\" }\n  }\n}\n");
  engine::AnalysisCache cache;
  made_for(files, cache);
  files.add(".terraform/modules/modules.json",
            R"({"Modules":[{"Key":"","Source":"","Dir":"."},)"
            R"({"Key":"shop","Source":"contoso/shop/azurerm","Dir":".terraform/modules/shop"}]})");
  files.add(".terraform/modules/shop/main.tf", "# nothing yet\n");
  made_for(files, cache);
}

TEST(KeptOutcomes, AreNotKeptWhereTheCompilerMayFetchAModule) {
  MemoryFileSystem files;
  files.add("main.bicep",
            "module shop 'br/public:avm/res/web/site:0.15.0' = {\n  name: 'shop'\n  params: {\n"
            "    name: 'shop'\n    kind: 'app'\n    serverFarmResourceId: 'plan'\n"
            "    siteConfig: { appSettings: [{ name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }\n"
            "      { name: 'SMTP_PORT', value: '25' }] }\n  }\n}\n");
  engine::Request request = pay_as_you_go();
  request.module_cache = "../cache";
  engine::AnalysisCache cache;
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(engine::analyze(request, files, knowledge::Catalogue::built_in(), cache).ok());
  }
  EXPECT_EQ(cache.outcomes.found(), 0u);
}

TEST(KeptOutcomes, DependOnWhatIsAsked) {
  const MemoryFileSystem shops = three_shops();
  engine::AnalysisCache cache;
  EXPECT_EQ(made_for(shops, cache), 4u);
  EXPECT_EQ(
      made_for(OverlayFileSystem(shops, {{".smtplint.yaml", "private-domains: [sendgrid.net]\n"}}), cache),
      4u);
}

/// JSON files are one tree as configuration and another as variables; the same text is both here.
TEST(KeptResults, TellKindsOfJsonApart) {
  MemoryFileSystem files;
  files.add("main.tf",
            "variable \"locals\" {}\nresource \"azurerm_linux_web_app\" \"shop\" {\n  app_settings = {\n"
            "    SMTP_HOST = \"smtp.sendgrid.net\"\n    SMTP_PORT = var.locals.port\n  }\n}\n");
  files.add("port.tf.json", "{\"locals\": {\"port\": 25}}");
  files.add("terraform.tfvars.json", "{\"locals\": {\"port\": 25}}");
  engine::AnalysisCache warm;
  engine::AnalysisCache small = with_one_entry();
  expect_same_from_every_cache(files, warm, small);
}

TEST(Stopping, IsAnErrorAndNotAReport) {
  const DiskFileSystem disk(std::string(SMTPLINT_SOURCE_DIR) + "/fixtures/demo-shop");
  engine::AnalysisCache cache;
  std::stop_source stop;
  stop.request_stop();
  const auto report =
      engine::analyze(pay_as_you_go(), disk, knowledge::Catalogue::built_in(), cache, stop.get_token());
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().message, engine::stopped().message);
}

}  // namespace
}  // namespace smtplint
