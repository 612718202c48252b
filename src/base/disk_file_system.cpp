#include "base/disk_file_system.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace smtplint {
namespace fs = std::filesystem;
namespace {

EntryKind kind_of(const fs::file_status& status) {
  switch (status.type()) {
    case fs::file_type::regular:
      return EntryKind::file;
    case fs::file_type::directory:
      return EntryKind::folder;
    case fs::file_type::none:
    case fs::file_type::not_found:
      return EntryKind::missing;
    default:
      return EntryKind::special;
  }
}

/// Folders that the kernel makes up: reading in them may block, or have effects. Everything else that is
/// special has a type of its own.
bool is_made_up(const fs::path& path) {
  constexpr std::array<std::uint64_t, 18> kinds{
      PROC_SUPER_MAGIC, SYSFS_MAGIC,   DEVPTS_SUPER_MAGIC, CGROUP_SUPER_MAGIC, CGROUP2_SUPER_MAGIC,
      DEBUGFS_MAGIC,    TRACEFS_MAGIC, SECURITYFS_MAGIC,   BPF_FS_MAGIC,       PSTOREFS_MAGIC,
      EFIVARFS_MAGIC,   SELINUX_MAGIC, SMACK_MAGIC,        BINFMTFS_MAGIC,     NSFS_MAGIC,
      HUGETLBFS_MAGIC,  SOCKFS_MAGIC,  PIPEFS_MAGIC};
  struct statfs about {};
  return statfs(path.c_str(), &about) == 0 &&
         std::ranges::find(kinds, static_cast<std::uint64_t>(about.f_type)) != kinds.end();
}

/// As the folder itself has it, which costs nothing.
EntryKind kind_of(const fs::directory_entry& entry) {
  std::error_code failed;
  if (entry.is_regular_file(failed)) return EntryKind::file;
  if (!entry.is_directory(failed)) return entry.exists(failed) ? EntryKind::special : EntryKind::missing;
  return is_made_up(entry.path()) ? EntryKind::special : EntryKind::folder;
}

bool lies_within(const fs::path& path, const fs::path& root) {
  const auto [end, rest] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return end == root.end();
}

}  // namespace

DiskFileSystem::DiskFileSystem(fs::path root) {
  std::error_code failed;
  root_ = fs::canonical(root, failed);
  if (failed) root_ = std::move(root);
}

EntryKind DiskFileSystem::classify(const fs::path& path) const {
  std::error_code failed;
  const fs::path real = fs::canonical(path, failed);
  if (failed) return EntryKind::missing;
  if (!lies_within(real, root_)) return EntryKind::link_outside;
  return is_made_up(real) ? EntryKind::special : kind_of(fs::status(real, failed));
}

EntryKind DiskFileSystem::kind(const std::string& path) const { return classify(root_ / path); }

/// Fails with the reason why a path is nothing that can be read.
Result<std::ifstream> DiskFileSystem::open(const std::string& path) const {
  switch (kind(path)) {
    case EntryKind::file:
      break;
    case EntryKind::missing:
      return Error{"there is no file `" + path + "`"};
    case EntryKind::folder:
      return Error{"`" + path + "` is a folder"};
    case EntryKind::special:
      return Error{"`" + path + "` is no regular file"};
    case EntryKind::link_outside:
      return Error{"`" + path + "` is a link out of the workspace"};
  }
  std::ifstream stream(root_ / path, std::ios::binary);
  if (!stream) return Error{"`" + path + "` cannot be opened; check its permissions"};
  return stream;
}

Result<std::string> DiskFileSystem::read(const std::string& path, std::uint64_t largest) const {
  Result<std::ifstream> opened = open(path);
  if (!opened) return opened.error();
  std::ifstream stream = std::move(opened).value();
  stream.seekg(0, std::ios::end);
  const auto size = static_cast<std::uint64_t>(stream.tellg());
  if (size > largest) return too_large(path, size, largest);
  stream.seekg(0, std::ios::beg);
  std::string bytes(size, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

Result<std::string> DiskFileSystem::head(const std::string& path, std::size_t bytes) const {
  Result<std::ifstream> opened = open(path);
  if (!opened) return opened.error();
  std::ifstream stream = std::move(opened).value();
  std::string text(bytes, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(bytes));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

std::vector<FolderEntry> DiskFileSystem::list(const std::string& folder) const {
  std::vector<FolderEntry> entries;
  std::error_code failed;
  for (fs::directory_iterator entry(root_ / folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    std::error_code unreadable;
    const bool link = entry->is_symlink(unreadable);
    const EntryKind kind = link ? classify(entry->path()) : kind_of(*entry);
    entries.push_back({entry->path().filename().string(), kind, link});
  }
  std::ranges::sort(entries, {}, &FolderEntry::name);
  return entries;
}

}  // namespace smtplint
