#include "base/git_index_file_system.h"

#include <git2.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "base/path.h"

namespace smtplint {
namespace {

constexpr unsigned most_links = 16;  ///< followed for one path, so that a circle of links ends

enum class Stored { file, link, special };

struct Entry {
  Stored stored = Stored::file;
  git_oid id{};
};

/// Keeps libgit2 ready; it counts how often it was started. Nothing but the index and objects is read, so
/// that the owner of the folder does not matter, and settings of work trees are no hindrance.
class Library {
 public:
  Library() {
    git_libgit2_init();
    const char* extensions[] = {"worktreeconfig"};
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size_t{1});
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

struct Free {
  void operator()(git_repository* repository) const { git_repository_free(repository); }
  void operator()(git_index* index) const { git_index_free(index); }
  void operator()(git_odb* objects) const { git_odb_free(objects); }
  void operator()(git_odb_object* object) const { git_odb_object_free(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

Error last_error() {
  const git_error* error = git_error_last();
  return {error == nullptr || error->message == nullptr ? "unknown reason" : error->message};
}

Stored stored_as(const git_index_entry& entry) {
  if (git_index_entry_stage(&entry) != 0) return Stored::special;
  switch (entry.mode) {
    case GIT_FILEMODE_BLOB:
    case GIT_FILEMODE_BLOB_EXECUTABLE:
      return Stored::file;
    case GIT_FILEMODE_LINK:
      return Stored::link;
    default:
      return Stored::special;
  }
}

/// `git add --intent-to-add`: the next commit does not have it.
bool is_only_announced(const git_index_entry& entry) {
  return (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0;
}

}  // namespace

class GitIndexFileSystem::Index {
 public:
  /// What a path leads to behind all links.
  struct Target {
    EntryKind kind = EntryKind::missing;
    std::string path;
    const Entry* entry = nullptr;  ///< of a file
  };

  std::optional<Error> open(const std::filesystem::path& root,
                            const std::optional<std::filesystem::path>& index_file) {
    git_repository* repository = nullptr;
    if (git_repository_open_ext(&repository, root.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) != 0)
      return last_error();
    repository_.reset(repository);
    git_odb* objects = nullptr;
    if (git_repository_odb(&objects, repository) != 0) return last_error();
    objects_.reset(objects);
    git_index* index = nullptr;
    const int failed =
        index_file ? git_index_open(&index, index_file->c_str()) : git_repository_index(&index, repository);
    if (failed != 0) return last_error();
    const Owned<git_index> owner(index);
    take_entries(index);
    return std::nullopt;
  }

  [[nodiscard]] Target target_of(std::string path) const {
    for (unsigned followed = 0; followed <= most_links; ++followed) {
      const auto link = link_on_the_way(path);
      if (!link) return at(path);
      const auto leads_to = read_link(*link);
      if (!leads_to) return {EntryKind::link_outside, std::move(path), nullptr};
      path = *leads_to + path.substr(link->size());
    }
    return {};
  }

  [[nodiscard]] Result<std::string> bytes(const Entry& entry, const std::string& path,
                                          std::uint64_t largest) const {
    const std::lock_guard guard(mutex_);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (git_odb_read_header(&size, &type, objects_.get(), &entry.id) != 0) {
      return Error{"the staged content of `" + path + "` is not in the repository: " + last_error().message};
    }
    if (size > largest) return too_large(path, size, largest);
    git_odb_object* object = nullptr;
    if (git_odb_read(&object, objects_.get(), &entry.id) != 0) {
      return Error{"the staged content of `" + path + "` cannot be read: " + last_error().message};
    }
    const Owned<git_odb_object> owner(object);
    return std::string(static_cast<const char*>(git_odb_object_data(object)), git_odb_object_size(object));
  }

  [[nodiscard]] std::vector<FolderEntry> children(const std::string& folder) const {
    const std::string prefix = folder.empty() ? "" : folder + "/";
    std::vector<FolderEntry> result;
    auto entry = entries_.lower_bound(prefix);
    while (entry != entries_.end() && entry->first.starts_with(prefix)) {
      const std::string rest = entry->first.substr(prefix.size());
      const std::string name = rest.substr(0, rest.find('/'));
      const bool link = entry->first == prefix + name && entry->second.stored == Stored::link;
      result.push_back({name, target_of(prefix + name).kind, link});
      const std::string last_below = prefix + name + "0";  // the character behind `/`
      entry = name.size() == rest.size() ? std::next(entry) : entries_.lower_bound(last_below);
    }
    std::ranges::sort(result, {}, &FolderEntry::name);
    return result;
  }

 private:
  void take_entries(git_index* index) {
    for (std::size_t i = 0; i < git_index_entrycount(index); ++i) {
      const git_index_entry& entry = *git_index_get_byindex(index, i);
      if (!is_only_announced(entry)) entries_.insert_or_assign(entry.path, Entry{stored_as(entry), entry.id});
    }
  }

  [[nodiscard]] Target at(const std::string& path) const {
    const auto entry = entries_.find(path);
    if (entry != entries_.end()) {
      const bool file = entry->second.stored == Stored::file;
      return {file ? EntryKind::file : EntryKind::special, path, file ? &entry->second : nullptr};
    }
    const auto below = entries_.lower_bound(path + "/");
    const bool folder = path.empty() || (below != entries_.end() && below->first.starts_with(path + "/"));
    return {folder ? EntryKind::folder : EntryKind::missing, path, nullptr};
  }

  /// The path itself or the nearest folder above the others that is a link.
  [[nodiscard]] std::optional<std::string> link_on_the_way(const std::string& path) const {
    for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
      std::string part = path.substr(0, end);
      const auto entry = entries_.find(part);
      if (entry != entries_.end() && entry->second.stored == Stored::link) return part;
      if (end == std::string::npos) return std::nullopt;
    }
  }

  /// Where a link leads to; nothing where that is outside.
  [[nodiscard]] std::optional<std::string> read_link(const std::string& path) const {
    constexpr std::uint64_t longest_link = 4096;
    const auto written = bytes(entries_.at(path), path, longest_link);
    if (!written) return std::nullopt;
    return join_path(folder_of(path), *written);
  }

  Library library_;
  Owned<git_repository> repository_;
  Owned<git_odb> objects_;
  std::map<std::string, Entry> entries_;
  mutable std::mutex mutex_;
};

GitIndexFileSystem::GitIndexFileSystem(std::unique_ptr<Index> index) : index_(std::move(index)) {}
GitIndexFileSystem::~GitIndexFileSystem() = default;

Result<std::unique_ptr<FileSystem>> GitIndexFileSystem::open(
    const std::filesystem::path& root, const std::optional<std::filesystem::path>& index_file) {
  auto index = std::make_unique<Index>();
  if (auto error = index->open(root, index_file)) return *error;
  return std::unique_ptr<FileSystem>(new GitIndexFileSystem(std::move(index)));
}

EntryKind GitIndexFileSystem::kind(const std::string& path) const { return index_->target_of(path).kind; }

Result<std::string> GitIndexFileSystem::read(const std::string& path, std::uint64_t largest) const {
  const Index::Target target = index_->target_of(path);
  if (target.entry == nullptr) return Error{"`" + path + "` is no file in the index"};
  return index_->bytes(*target.entry, path, largest);
}

std::vector<FolderEntry> GitIndexFileSystem::list(const std::string& folder) const {
  const Index::Target target = index_->target_of(folder);
  if (target.kind != EntryKind::folder) return {};
  return index_->children(target.path);
}

}  // namespace smtplint
