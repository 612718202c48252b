#pragma once

#include <string>
#include <vector>

namespace smtplint::config {

/// How containers name documents of their kind, whose settings they take. Paths are those of
/// `ContainerWords`.
struct NamedDocumentWords {
  std::string kind;                   ///< what such a document says under `kind`
  std::vector<std::string> settings;  ///< where its settings stand
  std::string whole;                  ///< where a container names one, of which it takes all
  std::string single;                 ///< where a variable names one, of which it takes the setting `key`
  bool secret = false;                ///< what it holds is never shown
};

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
  std::vector<std::string> not_in = {};  ///< patterns of folders in which documents only look like such ones
  std::string environment_files = {};    ///< where a container names files of variables
  std::string variables = {};  ///< the file beside the document with the values of `${NAME}`; empty: none
  std::string include = {};    ///< where a document names others that run with it
  std::string base = {};       ///< where a container names another whose settings lie below its own
  std::vector<NamedDocumentWords> named = {};
};

}  // namespace smtplint::config
