#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/disk_file_system.h"
#include "base/memory_file_system.h"
#include "knowledge/catalogue.h"
#include "knowledge/load.h"

namespace smtplint::knowledge {
namespace {

const std::filesystem::path broken_folder =
    std::filesystem::path(SMTPLINT_SOURCE_DIR) / "tests/unit/knowledge/broken";

/// What a broken file says of itself: `#@COLUMN: sentence` under a line is a problem there, `#! sentence` is
/// a problem anywhere in another file.
struct Expected {
  std::vector<std::string> here;
  std::vector<std::string> elsewhere;
};

Expected expected_in(const std::string& path, const std::string& text) {
  Expected expected;
  std::istringstream lines(text);
  std::string line;
  int number = 0, previous = 0;
  while (std::getline(lines, line)) {
    ++number;
    if (line.starts_with("#@")) {
      expected.here.push_back(path + ":" + std::to_string(previous) + ":" + line.substr(2));
    } else if (line.starts_with("#! ")) {
      expected.elsewhere.push_back(line.substr(3));
    } else {
      previous = number;
    }
  }
  return expected;
}

std::vector<std::string> problems_of(const std::string& name, const std::string& text) {
  MemoryFileSystem files;
  files.add(name, text);
  const LoadedRules loaded = load_rules(files, "", "");
  const Image overlay(loaded.image);
  std::vector<std::string> problems = loaded.problems;
  const Catalogue::Built built = Catalogue::build(&built_in_image(), &overlay);
  EXPECT_EQ(built.catalogue, nullptr) << name;
  problems.insert(problems.end(), built.problems.begin(), built.problems.end());
  return problems;
}

class BrokenRules : public testing::TestWithParam<std::string> {};

TEST_P(BrokenRules, AreRefusedWithPlaceAndSentence) {
  std::ifstream stream(broken_folder / GetParam());
  std::stringstream text;
  text << stream.rdbuf();
  const Expected expected = expected_in(GetParam(), text.str());
  ASSERT_FALSE(expected.here.empty() && expected.elsewhere.empty());
  std::vector<std::string> problems = problems_of(GetParam(), text.str());
  for (const std::string& sentence : expected.elsewhere) {
    const auto said =
        std::ranges::find_if(problems, [&](const std::string& line) { return line.ends_with(sentence); });
    ASSERT_NE(said, problems.end()) << sentence;
    problems.erase(said);
  }
  EXPECT_THAT(problems, testing::UnorderedElementsAreArray(expected.here));
}

std::vector<std::string> broken_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(broken_folder)) {
    if (entry.is_regular_file())
      names.push_back(std::filesystem::relative(entry.path(), broken_folder).generic_string());
  }
  std::ranges::sort(names);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Files, BrokenRules, testing::ValuesIn(broken_files()), [](const auto& file) {
  std::string name = file.param;
  std::ranges::replace_if(
      name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

TEST(BrokenRulesTogether, AreReportedAllAtOnce) {
  MemoryFileSystem files;
  files.add("rules/policy/E12.yaml", "id: E12\n");
  files.add("rules/checks/a.yaml", "id: [\n");
  files.add("rules/check/b.yaml", "id: a\n");
  files.add("rules/subscriptions/note.txt", "hello\n");
  const LoadedRules loaded = load_rules(files, "rules", "mine");
  EXPECT_THAT(
      loaded.problems,
      testing::UnorderedElementsAre(
          "mine/check:1:1: not one of the folders of rules; did you mean `checks`?",
          testing::StartsWith("mine/checks/a.yaml:"),
          "mine/subscriptions/note.txt:1:1: not a rule file: those are named `*.yaml` and stand directly in "
          "their section's folder"));
  const Image overlay(loaded.image);
  const Catalogue::Built built = Catalogue::build(&built_in_image(), &overlay);
  EXPECT_EQ(built.catalogue, nullptr);
  EXPECT_THAT(built.problems, testing::Each(testing::StartsWith("mine/policy/E12.yaml:")));
  EXPECT_GE(built.problems.size(), 6u);
}

TEST(BrokenRulesTogether, AnEmptyFolderIsSaid) {
  EXPECT_THAT(load_rules(MemoryFileSystem(), "rules", "mine").problems,
              testing::ElementsAre("mine:1:1: no rules here"));
}

}  // namespace
}  // namespace smtplint::knowledge
