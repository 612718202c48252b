#pragma once

#include <string>
#include <vector>

namespace smtplint::config {

/// How documents say which containers run. Paths are names joined by `.`; `*` is any name, `[*]` any item of
/// a list.
struct ContainerWords {
  std::vector<std::string> has;          ///< keys at the top of such a document
  std::vector<std::string> only;         ///< patterns of all keys that may stand there; empty: any
  std::vector<std::string> containers;   ///< where containers stand
  std::vector<std::string> needs;        ///< a container has one of these; empty: any is one
  std::vector<std::string> environment;  ///< where its variables stand
  std::string image;                     ///< where its image is named
  std::string address;  ///< who sends: `{*}` is what `*` stands for, `{key|other}` a text of the document
  std::string kind;     ///< of the compute
  bool others = false;  ///< settings stand outside of the containers too
};

}  // namespace smtplint::config
