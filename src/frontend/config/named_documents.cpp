#include "frontend/config/named_documents.h"

#include <algorithm>
#include <utility>

#include "base/path.h"

namespace smtplint::config {
namespace {

constexpr std::string_view default_namespace = "default";

std::string namespace_of(const Node& document) {
  std::string name = text_at(document, "metadata.namespace");
  return name.empty() ? std::string(default_namespace) : name;
}

/// Who applies a manifest may give it a namespace.
bool may_share_namespace(const Node& one, const Node& other) {
  const std::string first = namespace_of(one), second = namespace_of(other);
  return first == second || first == default_namespace || second == default_namespace;
}

bool is_meant(const Node& document, const Node& by, const SettingsReference& reference) {
  return text_at(document, "kind") == reference.words->kind &&
         text_at(document, "metadata.name") == reference.name && may_share_namespace(document, by);
}

}  // namespace

const NamedDocumentWords* named_words_of(const Node& document, const std::vector<ContainerWords>& known) {
  const std::string kind = text_at(document, "kind");
  for (const ContainerWords& words : known) {
    const auto named = std::ranges::find(words.named, kind, &NamedDocumentWords::kind);
    if (!kind.empty() && named != words.named.end()) return &*named;
  }
  return nullptr;
}

void NamedDocuments::add_file(const std::string& path, Folder& folder, std::vector<DocumentPlace>& all) {
  constexpr std::size_t head_bytes = 4096;
  const auto head = files_.file_system().head(path, head_bytes);
  if (!head.ok() || head->find("kind:") == std::string::npos) return;
  const File& file = files_.read(path, Format::yaml);
  if (!file.gap().empty()) return;
  for (std::size_t i = 0; i < file.reading.documents.size(); ++i) {
    DocumentPlace document{path, &file, i};
    if (named_words_of(document.node(), files_.knowledge().containers) != nullptr)
      folder.documents.push_back(document);
    all.push_back(std::move(document));
  }
}

NamedDocuments::Folder NamedDocuments::read_folder(const std::string& name) {
  Folder folder;
  std::vector<DocumentPlace> all;
  for (const FolderEntry& entry : files_.file_system().list(name)) {
    const bool yaml = entry.name.ends_with(".yaml") || entry.name.ends_with(".yml");
    if (entry.kind == EntryKind::file && yaml)
      add_file(name.empty() ? entry.name : name + "/" + entry.name, folder, all);
  }
  for (const DocumentPlace& document : all) {
    const auto parts = containers_in(document.node(), document.path, files_.knowledge().containers);
    if (!parts) continue;
    for (const Container& container : parts->containers) {
      for (const SettingsReference& reference : container.named) {
        const DocumentPlace found = find_in(folder, document, reference);
        if (found.file == nullptr) continue;
        folder.taken.insert({found.path, found.index});
        if (found.path == document.path) continue;
        folder.partners[found.path].insert(document.path);
        folder.partners[document.path].insert(found.path);
      }
    }
  }
  return folder;
}

const NamedDocuments::Folder& NamedDocuments::folder_of_file(const std::string& path) {
  const std::string name(folder_of(path));
  const auto known = folders_.find(name);
  return known != folders_.end() ? known->second : folders_.emplace(name, read_folder(name)).first->second;
}

DocumentPlace NamedDocuments::find_in(const Folder& folder, const DocumentPlace& from,
                                      const SettingsReference& reference) const {
  std::vector<DocumentPlace> own, beside;
  for (const DocumentPlace& document : folder.documents) {
    if (!is_meant(document.node(), from.node(), reference)) continue;
    (document.path == from.path ? own : beside).push_back(document);
  }
  const std::vector<DocumentPlace>& found = own.empty() ? beside : own;
  return found.size() == 1 ? found.front() : DocumentPlace();
}

DocumentPlace NamedDocuments::find(const DocumentPlace& from, const SettingsReference& reference) {
  return find_in(folder_of_file(from.path), from, reference);
}

bool NamedDocuments::is_taken(const DocumentPlace& document) {
  if (named_words_of(document.node(), files_.knowledge().containers) == nullptr) return false;
  return folder_of_file(document.path).taken.contains({document.path, document.index});
}

std::set<std::string> NamedDocuments::partners(const std::string& path) {
  const auto& all = folder_of_file(path).partners;
  const auto known = all.find(path);
  return known == all.end() ? std::set<std::string>() : known->second;
}

}  // namespace smtplint::config
