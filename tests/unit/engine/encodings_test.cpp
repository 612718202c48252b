// Settings count in every encoding that a file may have, also where only a search decides whether it is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "engine/analyze.h"

namespace smtplint::engine {
namespace {

/// ASCII as UTF-16, its zero bytes behind (little endian) or in front of the letters.
std::string utf16(std::string_view ascii, bool little) {
  std::string bytes = little ? "\xff\xfe" : "\xfe\xff";
  for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

std::vector<std::string> hosts_in(const std::string& path, const std::string& bytes) {
  MemoryFileSystem files;
  files.add(path, bytes);
  Request request;
  request.platform = Platform::azure;
  const auto report = analyze(request, files, knowledge::Catalogue::built_in());
  EXPECT_TRUE(report.ok());
  std::vector<std::string> hosts;
  for (const SenderRow& sender : report->senders) hosts.push_back(sender.destination.host.value_or("?"));
  return hosts;
}

TEST(Encodings, OfSettingsMayBeUtf16) {
  for (const bool little : {true, false}) {
    EXPECT_THAT(hosts_in(".env", utf16("MAIL_HOST=smtp.gmail.com\r\nMAIL_PORT=25\r\n", little)),
                testing::ElementsAre("smtp.gmail.com"));
    EXPECT_THAT(
        hosts_in("appsettings.json", utf16(R"({"Smtp": {"Host": "smtp.gmail.com", "Port": 25}})", little)),
        testing::ElementsAre("smtp.gmail.com"));
  }
}

}  // namespace
}  // namespace smtplint::engine
