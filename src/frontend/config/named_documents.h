#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/config/containers.h"
#include "frontend/config/read_files.h"

namespace smtplint::config {

/// A document of a file that may have several.
struct DocumentPlace {
  std::string path;
  const File* file = nullptr;
  std::size_t index = 0;

  [[nodiscard]] const Node& node() const { return file->reading.documents[index]; }
};

/// Which documents the containers of a folder name, and which of its files hold them.
class NamedDocuments {
 public:
  explicit NamedDocuments(ReadFiles& files) : files_(files) {}

  /// What a document means by a name: in its own file, else in the files beside it; no file where there is
  /// none, or more than one.
  [[nodiscard]] DocumentPlace find(const DocumentPlace& from, const SettingsReference& reference);
  /// Whether a container takes settings of a document, which then do not stand alone.
  [[nodiscard]] bool is_taken(const DocumentPlace& document);
  /// The files with which a file hangs together by names, without itself.
  [[nodiscard]] std::set<std::string> partners(const std::string& path);

 private:
  struct Folder {
    std::vector<DocumentPlace> documents;  ///< that containers may name
    std::set<std::pair<std::string, std::size_t>> taken;
    std::map<std::string, std::set<std::string>> partners;
  };

  [[nodiscard]] const Folder& folder_of_file(const std::string& path);
  [[nodiscard]] Folder read_folder(const std::string& folder);
  void add_file(const std::string& path, Folder& folder, std::vector<DocumentPlace>& all);
  [[nodiscard]] DocumentPlace find_in(const Folder& folder, const DocumentPlace& from,
                                      const SettingsReference& reference) const;

  ReadFiles& files_;
  std::map<std::string, Folder> folders_;
};

/// The words for documents that say the same under `kind` as this one; nullptr where no container can name
/// it.
[[nodiscard]] const NamedDocumentWords* named_words_of(const Node& document,
                                                       const std::vector<ContainerWords>& known);

}  // namespace smtplint::config
