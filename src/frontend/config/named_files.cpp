#include "frontend/config/named_files.h"

#include <set>
#include <utility>

#include "base/path.h"
#include "frontend/config/interpolation.h"

namespace smtplint::config {
namespace {

/// The variables that a document asks for in its texts. The depth is bounded by the reader of the file.
void add_variables(const Node& node, std::set<std::string>& names) {
  if (node.kind == Node::Kind::text) {
    for (std::string& name : variables_in(node.text)) names.insert(std::move(name));
  }
  for (const Node& item : node.items) add_variables(item, names);
  for (const Member& member : node.members) add_variables(member.value, names);
}

/// `- SMTP_HOST` and `SMTP_HOST:` have the value that the variable has where the containers are started.
void add_bare_names(const Node& environment, std::set<std::string>& names) {
  for (const Node& item : environment.items) {
    if (item.kind == Node::Kind::text && item.text.find('=') == std::string::npos) names.insert(item.text);
  }
  for (const Member& member : environment.members) {
    if (member.value.kind == Node::Kind::null) names.insert(member.name);
  }
}

}  // namespace

std::string NamedFilesFinder::existing(const std::string& named_in, const std::string& other) const {
  const auto whole = join_path(folder_of(named_in), other);
  return whole && files_.file_system().kind(*whole) == EntryKind::file ? *whole : std::string();
}

void NamedFilesFinder::look_into(const std::string& path, Format format) {
  if (format != Format::yaml) return;
  const File& file = files_.read(path, format);
  if (!file.gap().empty()) return;
  bool by_name = false;
  for (const Node& document : file.reading.documents) {
    by_name = by_name || named_words_of(document, files_.knowledge().containers) != nullptr;
    const auto parts = containers_in(document, path, files_.knowledge().containers);
    found_.kinds.insert(parts ? parts->words->kind : std::string());
    if (!parts) continue;
    add_parts(path, document, *parts);
    for (const Container& container : parts->containers) by_name = by_name || !container.named.empty();
  }
  if (by_name) found_.read.merge(named_.partners(path));
}

void NamedFilesFinder::add_parts(const std::string& path, const Node& document,
                                 const ContainerDocument& parts) {
  const auto add = [this, &path](const std::string& other, std::set<std::string>& paths) {
    if (std::string whole = existing(path, other); !whole.empty()) paths.insert(std::move(whole));
  };
  for (const Container& container : parts.containers) {
    for (const EnvironmentFile& variables : container.files) add(variables.path, found_.given);
    if (container.base) add(container.base->file, found_.read);
  }
  if (parts.words->variables.empty()) return;
  add(parts.words->variables, found_.read);
  found_.variables = existing(path, parts.words->variables);
  add_variables(document, found_.asked_for);
  for (const Container& container : parts.containers) {
    for (const Node* environment : container.environment) add_bare_names(*environment, found_.asked_for);
  }
  add_included(path, document, *parts.words);
}

void NamedFilesFinder::add_included(const std::string& path, const Node& document,
                                    const ContainerWords& words) {
  for (const IncludedDocuments& included : included_in(document, words)) {
    std::vector<std::string> variables{existing(path, words.variables)};
    for (const std::string& file : included.variables) variables.push_back(existing(path, file));
    if (included.variables.empty())
      variables.push_back(existing(path, included.paths.front() + "/../" + words.variables));
    std::erase(variables, std::string());
    for (const std::string& other : included.paths) {
      if (const std::string whole = existing(path, other); !whole.empty()) found_.included[whole] = variables;
    }
  }
}

NamedFiles NamedFilesFinder::finish() {
  found_.read.insert(found_.given.begin(), found_.given.end());
  return std::move(found_);
}

}  // namespace smtplint::config
