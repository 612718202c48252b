#pragma once

#include <string>

#include "frontend/config/config.h"
#include "frontend/config/containers.h"
#include "frontend/config/named_documents.h"
#include "frontend/config/read_files.h"

namespace smtplint::config {

/// Looks into the documents of one root for the files that they name. Those count that exist.
class NamedFilesFinder {
 public:
  NamedFilesFinder(ReadFiles& files, NamedDocuments& named) : files_(files), named_(named) {}

  void look_into(const std::string& path, Format format);
  [[nodiscard]] NamedFiles finish();

 private:
  void add_parts(const std::string& path, const Node& document, const ContainerDocument& parts);
  void add_included(const std::string& path, const Node& document, const ContainerWords& words);
  /// The path from the workspace of a file that is named in another; empty where there is none.
  [[nodiscard]] std::string existing(const std::string& named_in, const std::string& other) const;

  ReadFiles& files_;
  NamedDocuments& named_;
  NamedFiles found_;
};

}  // namespace smtplint::config
