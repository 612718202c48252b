#pragma once

#include <string>
#include <vector>

namespace smtplint {

/// Something that mail passes on its way.
struct PathNode {
  std::string id;    ///< within its graph
  std::string kind;  ///< `workload`, `subnet-security-group`, ..., `destination`
  std::string label;
  std::string reason;   ///< a sentence; empty where there is nothing to say
  std::string passage;  ///< `allow`, `deny`, `maybe`
};

struct PathEdge {
  std::string from, to;
  std::string passage;  ///< what the node that it comes from does

  bool operator==(const PathEdge&) const = default;
};

/// The ways of all mail of one deployment.
struct PathGraph {
  std::string root, environment;
  std::vector<PathNode> nodes;
  std::vector<PathEdge> edges;
};

}  // namespace smtplint
