#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// Documents whose settings containers name.
struct NamedDocumentKind {
  std::string kind;                   ///< what they say under `kind`
  std::vector<std::string> settings;  ///< where their settings stand
  std::string whole;                  ///< where a container names one for all of its settings
  std::string single;                 ///< where a variable names one for the setting `key`
  bool secret = false;                ///< what they hold is never shown
};

/// A kind of documents that say which containers run.
struct ContainerDocumentKind {
  std::vector<std::string> has;          ///< keys at the top of such a document
  std::vector<std::string> only;         ///< patterns of all keys that may stand there; empty: any
  std::string begins;                    ///< a regular expression: what stands near the beginning of a file
  std::vector<std::string> containers;   ///< where containers stand: `services.*`, `spec.containers[*]`
  std::vector<std::string> needs;        ///< a container has one of these; empty: any is one
  std::vector<std::string> environment;  ///< where its variables stand
  std::string image;                     ///< where its image is named
  std::string address;                   ///< who sends, with `{*}` and `{key|other}`
  WorkloadKind kind = WorkloadKind::unknown;
  bool others = false;              ///< settings stand outside of the containers too
  std::vector<std::string> not_in;  ///< patterns of folders in which files only look like such documents
  std::string environment_files;    ///< where a container names files of variables; empty: nowhere
  std::string variables;            ///< the file beside a document that fills `${NAME}` in; empty: none
  std::string include;              ///< where a document names others that run with it; empty: nowhere
  std::string base;                 ///< where a container names one that it extends; empty: nowhere
  std::vector<NamedDocumentKind> named;
};

/// `rules/platform/container-documents.yaml`
class ContainerDocuments {
 public:
  [[nodiscard]] const std::vector<ContainerDocumentKind>& kinds() const { return kinds_; }
  static constexpr std::string_view id = "container-documents";
  [[nodiscard]] static ContainerDocuments read(Reader& reader);

 private:
  std::vector<ContainerDocumentKind> kinds_;
};

}  // namespace smtplint::knowledge
