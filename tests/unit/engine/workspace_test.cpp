// What becomes of files that are too many, too large or no text: nothing of them is dropped silently.
#include "engine/workspace/workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "engine/analyze.h"

namespace smtplint::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Workspace listed(const FileSystem& files, const std::vector<std::string>& first, std::uint32_t most) {
  const std::vector<std::string> skip{"node_modules"};
  return list_workspace(files, {skip, first, most});
}

MemoryFileSystem many_files() {
  MemoryFileSystem files;
  for (const char* path : {"a/1.tf", "a/2.tf", "b/1.tf", "node_modules/x.tf", "z/infra/main.tf"})
    files.add(path, "");
  return files;
}

TEST(Workspace, IsListedWithoutTheFoldersThatNobodySearches) {
  const MemoryFileSystem files = many_files();
  const Workspace all = listed(files, {}, 100);
  EXPECT_THAT(all.paths, ElementsAre("a/1.tf", "a/2.tf", "b/1.tf", "z/infra/main.tf"));
  EXPECT_EQ(all.cut_off, "");
}

TEST(Workspace, OfTooManyFilesSaysSo) {
  const MemoryFileSystem files = many_files();
  const Workspace some = listed(files, {}, 3);
  EXPECT_THAT(some.paths, ElementsAre("a/1.tf", "a/2.tf"));
  EXPECT_THAT(some.cut_off, HasSubstr("more than 3 files and folders"));
}

TEST(Workspace, OfTooManyFilesBeginsWithThoseThatAreNamed) {
  const MemoryFileSystem files = many_files();
  const Workspace some = listed(files, {"z/infra"}, 5);
  EXPECT_THAT(some.paths, ElementsAre("a/1.tf", "z/infra/main.tf"));
  EXPECT_NE(some.cut_off, "");
}

std::vector<std::string> not_analysed(const std::string& path, std::string bytes) {
  MemoryFileSystem files;
  files.add(path, std::move(bytes));
  const auto report = analyze(Request{}, files, knowledge::Catalogue::built_in());
  EXPECT_TRUE(report.ok());
  std::vector<std::string> paths;
  for (const SkippedFile& file : report->not_analysed) paths.push_back(file.path);
  return paths;
}

TEST(Workspace, FilesThatCannotBeReadAreNamed) {
  const std::string too_large(9u << 20u, ' ');
  EXPECT_THAT(not_analysed("infra/main.tf", too_large), ElementsAre("infra/main.tf"));
  EXPECT_THAT(not_analysed("infra/main.tf", "# f\xfcr smtp\nvariable \"a\" {}\n"),
              ElementsAre("infra/main.tf"));
  EXPECT_THAT(not_analysed("main.bicep", "// f\xfcr smtp\nparam a string\n"), ElementsAre("main.bicep"));
}

}  // namespace
}  // namespace smtplint::engine
