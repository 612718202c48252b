// Documents of one file that count under some profiles only.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "engine/analyze.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

std::string documents_of(int profiles) {
  std::string text = "spring:\n  mail:\n    host: smtp.sendgrid.net\n    port: 587\n";
  for (int i = 0; i < profiles; ++i) {
    text += "---\nspring:\n  config.activate.on-profile: p" + std::to_string(i);
    text += "\n  mail:\n    port: 2525\n";
  }
  return text;
}

Report report_on(std::string text) {
  MemoryFileSystem files;
  files.add("application.yml", std::move(text));
  Request request;
  request.platform = Platform::azure;
  auto report = analyze(request, files, knowledge::Catalogue::built_in());
  EXPECT_TRUE(report.ok());
  return std::move(report).value();
}

TEST(DocumentProfiles, AreEnvironments) {
  const Report report = report_on(documents_of(3));
  ASSERT_THAT(report.senders, SizeIs(2));
  EXPECT_THAT(report.senders.back().environments, testing::ElementsAre("p0", "p1", "p2"));
  EXPECT_THAT(report.not_analysed, SizeIs(0));
}

TEST(DocumentProfiles, AreBounded) {
  const Report report = report_on(documents_of(300));
  ASSERT_THAT(report.senders, SizeIs(2));
  EXPECT_THAT(report.senders.back().environments, SizeIs(64));
  ASSERT_THAT(report.not_analysed, SizeIs(1));
  EXPECT_THAT(report.not_analysed.front().reason, HasSubstr("more than 64 profiles"));
}

}  // namespace
}  // namespace smtplint::engine
