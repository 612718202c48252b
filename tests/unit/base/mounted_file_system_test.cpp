#include "base/mounted_file_system.h"

#include <gtest/gtest.h>

#include "base/memory_file_system.h"

namespace smtplint {
namespace {

TEST(MountedFileSystem, ReadsUnderItsPathAndIsListedNowhere) {
  MemoryFileSystem workspace, cache;
  workspace.add("main.bicep", "here");
  cache.add("br/x/main.json", "there");
  const MountedFileSystem files(workspace, "../home/.bicep", cache);
  EXPECT_EQ(files.read("main.bicep", 100).value(), "here");
  EXPECT_EQ(files.read("../home/.bicep/br/x/main.json", 100).value(), "there");
  EXPECT_EQ(files.kind("../home/.bicep/br/x/main.json"), EntryKind::file);
  EXPECT_EQ(files.kind("br/x/main.json"), EntryKind::missing);
  EXPECT_EQ(files.list("").size(), 1u);
}

TEST(MountedFileSystem, LeadsNowhereElse) {
  MemoryFileSystem workspace, cache;
  workspace.add("secret", "x");
  const MountedFileSystem files(workspace, "cache", cache);
  EXPECT_EQ(files.kind("cache/../secret"), EntryKind::missing);
  EXPECT_EQ(files.kind("cache/../../secret"), EntryKind::missing);
  EXPECT_FALSE(files.read("cache/../secret", 100).ok());
}

}  // namespace
}  // namespace smtplint
