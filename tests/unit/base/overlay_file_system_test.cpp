#include "base/overlay_file_system.h"

#include <gtest/gtest.h>

#include "base/memory_file_system.h"

namespace smtplint {
namespace {

std::string names(const FileSystem& files, const std::string& folder) {
  std::string text;
  for (const FolderEntry& entry : files.list(folder)) {
    text += entry.name + (entry.kind == EntryKind::folder ? "/ " : " ");
  }
  return text;
}

TEST(OverlayFileSystem, ReplacesAndAddsFiles) {
  MemoryFileSystem below;
  below.add("a/main.tf", "old");
  below.add("b.tf", "b");
  const OverlayFileSystem files(below, {{"a/main.tf", "new"}, {"c/d/e.tf", "e"}, {"a!.tf", ""}});
  EXPECT_EQ(*files.read("a/main.tf", 100), "new");
  EXPECT_EQ(*files.read("b.tf", 100), "b");
  EXPECT_EQ(*files.read("c/d/e.tf", 100), "e");
  EXPECT_FALSE(files.read("a/main.tf", 2).ok()) << "limits count for what lies over the files too";
  EXPECT_EQ(files.kind("c/d"), EntryKind::folder);
  EXPECT_EQ(files.kind("a"), EntryKind::folder);
  EXPECT_EQ(files.kind("x"), EntryKind::missing);
  EXPECT_EQ(names(files, ""), "a/ a!.tf b.tf c/ ");
  EXPECT_EQ(names(files, "a"), "main.tf ");
  EXPECT_EQ(names(files, "c"), "d/ ");
}

}  // namespace
}  // namespace smtplint
