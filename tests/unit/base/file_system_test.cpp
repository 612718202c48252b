#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/disk_file_system.h"
#include "base/memory_file_system.h"
#include "base/overlay_file_system.h"

namespace smtplint {
namespace {

namespace fs = std::filesystem;

class Disk : public testing::Test {
 protected:
  Disk() : root_(fs::path(testing::TempDir()) / ("smtplint-disk-" + std::to_string(getpid()))) {
    fs::create_directories(root_ / "workspace/modules");
    write("workspace/main.tf", "main");
    write("workspace/modules/mail.tf", "mail");
    write("outside.tf", "outside");
  }
  ~Disk() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& text) { std::ofstream(root_ / path) << text; }

  fs::path root_;
};

void expect_a_workspace(const FileSystem& files) {
  EXPECT_EQ(files.kind("main.tf"), EntryKind::file);
  EXPECT_EQ(files.kind("modules"), EntryKind::folder);
  EXPECT_EQ(files.kind("nothing"), EntryKind::missing);
  EXPECT_EQ(*files.read("modules/mail.tf", 100), "mail");
  EXPECT_FALSE(files.read("modules/mail.tf", 3).ok());
  EXPECT_FALSE(files.read("modules", 100).ok());
  EXPECT_FALSE(files.read("nothing", 100).ok());
  const auto entries = files.list("");
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(*files.head("modules/mail.tf", 3), "mai");
  EXPECT_EQ(*files.head("modules/mail.tf", 100), "mail");
  EXPECT_FALSE(files.head("modules", 3).ok());
  EXPECT_EQ(entries[0].name, "main.tf");
  EXPECT_EQ(entries[1].name, "modules");
}

TEST_F(Disk, IsReadLikeItsTwinInMemory) {
  expect_a_workspace(DiskFileSystem(root_ / "workspace"));
  MemoryFileSystem memory;
  memory.add("main.tf", "main");
  memory.add("modules/mail.tf", "mail");
  expect_a_workspace(memory);
}

TEST_F(Disk, LinksAreFollowedInsideTheWorkspaceOnly) {
  fs::create_symlink("main.tf", root_ / "workspace/inside.tf");
  fs::create_symlink(root_ / "outside.tf", root_ / "workspace/escape.tf");
  fs::create_symlink(root_, root_ / "workspace/up");
  const DiskFileSystem files(root_ / "workspace");
  EXPECT_EQ(*files.read("inside.tf", 100), "main");
  EXPECT_EQ(files.kind("escape.tf"), EntryKind::link_outside);
  EXPECT_FALSE(files.read("escape.tf", 100).ok());
  EXPECT_FALSE(files.read("up/outside.tf", 100).ok());
}

TEST_F(Disk, AListTellsLinksFromWhatTheyLeadTo) {
  fs::create_symlink("modules", root_ / "workspace/again");
  const DiskFileSystem files(root_ / "workspace");
  const auto entries = files.list("");
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].name, "again");
  EXPECT_EQ(entries[0].kind, EntryKind::folder);
  EXPECT_TRUE(entries[0].is_link);
  EXPECT_FALSE(entries[2].is_link);
  EXPECT_EQ(OverlayFileSystem(files, {{"modules/mail.tf", "other"}}).list("")[0].is_link, true);
}

TEST(KernelFiles, AreNeverReadNorSearched) {
  if (!fs::exists("/proc/self/status")) GTEST_SKIP();
  const DiskFileSystem files("/");
  EXPECT_EQ(files.kind("proc/self/status"), EntryKind::special);
  EXPECT_FALSE(files.read("proc/self/status", 100000).ok());
  const auto entries = files.list("");
  const auto proc = std::ranges::find(entries, "proc", &FolderEntry::name);
  ASSERT_NE(proc, entries.end());
  EXPECT_EQ(proc->kind, EntryKind::special);
}

TEST_F(Disk, ASpecialFileIsNeverRead) {
  ASSERT_EQ(mkfifo((root_ / "workspace/pipe.tf").c_str(), 0600), 0);
  const DiskFileSystem files(root_ / "workspace");
  EXPECT_EQ(files.kind("pipe.tf"), EntryKind::special);
  EXPECT_FALSE(files.read("pipe.tf", 100).ok());
}

}  // namespace
}  // namespace smtplint
