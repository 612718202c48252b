// What comes out never depends on what is kept: reports byte for byte with a cold, a warm and a one-entry cache.
#include <gtest/gtest.h>

#include <sstream>

#include "base/disk_file_system.h"
#include "base/memory_file_system.h"
#include "base/overlay_file_system.h"
#include "engine/analyze.h"
#include "report/reporter.h"

namespace smtplint {
namespace {

engine::Request pay_as_you_go() {
  engine::Request request;
  request.subscription.type = "pay-as-you-go";
  request.today = "2026-01-01";
  return request;
}

std::string json(const FileSystem& files, ParseCache& cache) {
  const auto report = engine::analyze(pay_as_you_go(), files, knowledge::Catalogue::built_in(), cache);
  EXPECT_TRUE(report.ok());
  std::ostringstream text;
  report::reporter_named("json")->write(text, *report, {});
  return text.str();
}

void expect_same_from_every_cache(const FileSystem& files, ParseCache& warm, ParseCache& small) {
  ParseCache cold;
  const std::string expected = json(files, cold);
  EXPECT_NE(expected.find("SMTP"), std::string::npos);
  EXPECT_EQ(json(files, cold), expected);
  EXPECT_EQ(json(files, warm), expected);
  EXPECT_EQ(json(files, small), expected);
}

TEST(ParseCacheResults, AreTheSameWhileAProjectChanges) {
  const DiskFileSystem disk(std::string(SMTPLINT_SOURCE_DIR) + "/fixtures/demo-shop");
  ParseCache warm;
  ParseCache small(1);
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
  EXPECT_GT(warm.size(), edited);
  EXPECT_EQ(small.size(), 1u);
}

/// JSON files are one tree as configuration and another as variables; the same text is both here.
TEST(ParseCacheResults, TellKindsOfJsonApart) {
  MemoryFileSystem files;
  files.add("main.tf", "variable \"locals\" {}\nresource \"azurerm_linux_web_app\" \"shop\" {\n  app_settings = {\n"
                       "    SMTP_HOST = \"smtp.sendgrid.net\"\n    SMTP_PORT = var.locals.port\n  }\n}\n");
  files.add("port.tf.json", "{\"locals\": {\"port\": 25}}");
  files.add("terraform.tfvars.json", "{\"locals\": {\"port\": 25}}");
  ParseCache warm;
  ParseCache small(1);
  expect_same_from_every_cache(files, warm, small);
}

TEST(Stopping, IsAnErrorAndNotAReport) {
  const DiskFileSystem disk(std::string(SMTPLINT_SOURCE_DIR) + "/fixtures/demo-shop");
  ParseCache cache;
  std::stop_source stop;
  stop.request_stop();
  const auto report =
      engine::analyze(pay_as_you_go(), disk, knowledge::Catalogue::built_in(), cache, stop.get_token());
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().message, engine::stopped().message);
}

}  // namespace
}  // namespace smtplint
