#include "knowledge/load.h"

#include <algorithm>

#include "base/wording.h"
#include "knowledge/image_writer.h"
#include "knowledge/sections.h"
#include "knowledge/yaml_import.h"

namespace smtplint::knowledge {
namespace {

constexpr std::uint64_t largest_file = 4u << 20u;
constexpr std::size_t most_files = 10000;
constexpr std::string_view readme = "README.md";

class RulesFolder {
 public:
  RulesFolder(const FileSystem& files, std::string folder, std::string_view shown_as)
      : files_(files), folder_(std::move(folder)), shown_as_(shown_as) {}

  LoadedRules load() {
    const std::vector<FolderEntry> entries = files_.list(folder_);
    if (entries.empty()) problem("", "no rules here");
    for (const FolderEntry& entry : entries) {
      if (entry.name == readme) continue;
      const bool section = std::ranges::find(section::all, entry.name) != section::all.end();
      if (entry.kind == EntryKind::folder && section) {
        load_section(entry.name);
      } else {
        refuse(entry);
      }
    }
    return {writer_.finish(), problems_.lines()};
  }

 private:
  void load_section(const std::string& section) {
    for (const FolderEntry& entry : files_.list(inside(section))) {
      if (entry.name == readme) continue;
      const std::string name = section + "/" + entry.name;
      if (entry.kind != EntryKind::file || !entry.name.ends_with(".yaml")) {
        problem(name,
                "not a rule file: those are named `*.yaml` and stand directly in their section's folder");
      } else if (++count_ > most_files) {
        if (count_ == most_files + 1) problem(name, "too many rule files");
      } else {
        load_file(section, name);
      }
    }
  }

  void load_file(const std::string& section, const std::string& name) {
    const Result<std::string> text = files_.read(inside(name), largest_file);
    if (text) {
      import_yaml(section, shown(name), *text, writer_, problems_);
      return;
    }
    problem(name, text.error().message);
    writer_.begin_file(section, shown(name));
    writer_.drop_file();
  }

  void refuse(const FolderEntry& entry) {
    problem(entry.name, "not one of the folders of rules" + did_you_mean(entry.name, section::all));
  }

  void problem(const std::string& name, std::string_view sentence) {
    const std::string path = shown(name);
    problems_.add({path, 1, 1}, sentence);
  }

  [[nodiscard]] std::string inside(const std::string& name) const {
    return folder_.empty() ? name : folder_ + "/" + name;
  }
  [[nodiscard]] std::string shown(const std::string& name) const {
    if (shown_as_.empty()) return name;
    return name.empty() ? std::string(shown_as_) : std::string(shown_as_) + "/" + name;
  }

  const FileSystem& files_;
  std::string folder_;
  std::string_view shown_as_;
  ImageWriter writer_;
  Problems problems_;
  std::size_t count_ = 0;
};

}  // namespace

LoadedRules load_rules(const FileSystem& files, const std::string& folder, std::string_view shown_as) {
  return RulesFolder(files, folder, shown_as).load();
}

}  // namespace smtplint::knowledge
