#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frontend/config/container_words.h"
#include "frontend/config/node.h"

namespace smtplint::config {

/// A container that a document runs.
struct Container {
  std::string path;                      ///< in the document, as settings have it
  std::string address;                   ///< who sends
  const Node* image = nullptr;           ///< in the document; nullptr where it is not said
  std::vector<const Node*> environment;  ///< in the document, which must outlive it
  Span name;
};

struct ContainerDocument {
  const ContainerWords* words = nullptr;
  std::string address;  ///< of what stands outside of the containers
  std::vector<Container> containers;
};

/// Nothing where a document is of none of the known kinds.
[[nodiscard]] std::optional<ContainerDocument> containers_in(const Node& document,
                                                             const std::vector<ContainerWords>& known);

}  // namespace smtplint::config
