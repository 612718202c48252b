#include "engine/configuration/resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"

namespace smtplint::engine {
namespace {

class ConfigurationResolverTest : public testing::Test {
 protected:
  ConfigurationResolverTest() {
    files_.add(".smtplint.yaml", "platform: azure\nas-of: 2023-02-01\n");
    files_.add("infra/prod/.smtplint.yaml", "platform: other\n");
    files_.add("infra/prod/eu/main.tf", "");
    files_.add("broken/.smtplint.yaml", "platfrom: other\n");
  }

  Result<Configuration> of(const std::string& path) {
    ConfigurationResolver resolver(choice_, files_, knowledge::Catalogue::built_in(), sources_);
    const auto found = resolver.of(path);
    if (!found) return found.error();
    return **found;
  }

  MemoryFileSystem files_;
  SourceStore sources_;
  ConfigurationChoice choice_;
};

TEST_F(ConfigurationResolverTest, TheNearestFileUpwardsCountsAlone) {
  EXPECT_EQ(of("")->platform, Platform::azure);
  EXPECT_EQ(of("infra")->platform, Platform::azure);
  EXPECT_EQ(of("infra/prod")->platform, Platform::other);
  EXPECT_EQ(of("infra/prod/eu")->platform, Platform::other);
  EXPECT_EQ(of("infra/prod/eu/main.tf")->platform, Platform::other);
  EXPECT_FALSE(of("infra/prod")->as_of.has_value()) << "files are not merged";
}

TEST_F(ConfigurationResolverTest, SaysWhichFileIsWrong) {
  EXPECT_EQ(of("broken/a").error().message,
            "broken/.smtplint.yaml:1:1: unknown key `platfrom`; did you mean `platform`?");
  EXPECT_TRUE(of("infra").ok()) << "a file that counts for nothing is not read";
}

TEST_F(ConfigurationResolverTest, ANamedFileTakesThePlaceOfAll) {
  choice_.file = {"ci.yaml", "", "platform: auto\n"};
  EXPECT_EQ(of("infra/prod")->platform, Platform::automatic);
  EXPECT_EQ(of("broken")->platform, Platform::automatic);
}

TEST_F(ConfigurationResolverTest, NoneCountsWhereNoneIsWanted) {
  choice_.search = false;
  EXPECT_FALSE(of("infra/prod")->platform.has_value());
}

TEST_F(ConfigurationResolverTest, OptionsOfAnEditorBeatTheFileKeyByKey) {
  choice_.options = {"initializationOptions", "", R"({"platform":"auto"})"};
  EXPECT_EQ(of("")->platform, Platform::automatic);
  EXPECT_EQ(of("")->as_of, "2023-02-01");
  choice_.options->text = R"({"platforms":"auto"})";
  EXPECT_EQ(of("").error().message,
            "initializationOptions:1:2: unknown key `platforms`; did you mean `platform`?");
}

TEST_F(ConfigurationResolverTest, ReadsWhateverEncodingAFileHas) {
  using std::string_literals::operator""s;
  files_.add("utf16/.smtplint.yaml", "\xff\xfep\0l\0a\0t\0f\0o\0r\0m\0:\0 \0a\0u\0t\0o\0"s);
  files_.add("mark/.smtplint.yaml", "\xef\xbb\xbfplatform: auto");
  files_.add("bytes/.smtplint.yaml", "platform: \xff");
  EXPECT_EQ(of("utf16")->platform, Platform::automatic);
  EXPECT_EQ(of("mark")->platform, Platform::automatic);
  EXPECT_THAT(of("bytes").error().message, testing::HasSubstr("bytes/.smtplint.yaml"));
}

}  // namespace
}  // namespace smtplint::engine
