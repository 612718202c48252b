#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/config/container_words.h"
#include "frontend/config/node.h"

namespace smtplint::config {

/// A file of variables that a container is given.
struct EnvironmentFile {
  std::string path;      ///< from the folder of the document
  bool required = true;  ///< without it the container does not start
};

/// Documents that run with the one that names them.
struct IncludedDocuments {
  std::vector<std::string> paths;  ///< from the folder of the document
  std::vector<std::string>
      variables;  ///< files that fill `${NAME}` in; empty: the one beside the first of them
};

/// A container whose settings lie below those of another.
struct BaseContainer {
  std::string file;  ///< from the folder of the document; empty: the document itself
  std::string name;
};

/// Settings of another document that a container takes.
struct SettingsReference {
  const NamedDocumentWords* words = nullptr;
  std::string name;           ///< of the document
  std::string variable = {};  ///< that becomes one of its settings; empty: all do, under their own names
  std::string key = {};       ///< of that one
};

/// A container that a document runs. What it points to is in the document, which must outlive it.
struct Container {
  std::string path;             ///< in the document, as settings have it
  std::string service;          ///< what `*` stands for
  std::string address;          ///< who sends
  const Node* image = nullptr;  ///< nullptr where it is not said
  std::vector<const Node*> environment;
  std::vector<EnvironmentFile> files;
  std::optional<BaseContainer> base;
  std::vector<SettingsReference> named;
  Span name;
};

struct ContainerDocument {
  const ContainerWords* words = nullptr;
  std::string address;  ///< of what stands outside of the containers
  std::vector<Container> containers;
};

/// Nothing where a document is of none of the kinds that are known in files of this path.
[[nodiscard]] std::optional<ContainerDocument> containers_in(const Node& document, std::string_view path,
                                                             const std::vector<ContainerWords>& known);

/// What a document includes.
[[nodiscard]] std::vector<IncludedDocuments> included_in(const Node& document, const ContainerWords& words);

/// What stands at a path of names in a document; nullptr where there is nothing.
[[nodiscard]] const Node* node_at(const Node& from, std::string_view path);
/// The text there; empty where there is none.
[[nodiscard]] std::string text_at(const Node& from, std::string_view path);

}  // namespace smtplint::config
