#include "frontend/config/containers.h"

#include <algorithm>

#include "base/dotted_path.h"
#include "base/glob.h"
#include "base/name_patterns.h"

namespace smtplint::config {
namespace {

constexpr std::string_view any_name = "*";
constexpr std::string_view any_item = "[*]";

const Member* member_of(const Node& map, std::string_view name) {
  const auto found = std::ranges::find(map.members, name, &Member::name);
  return found == map.members.end() ? nullptr : &*found;
}

/// Fills `{*}` and `{key|other}` in.
std::string address_of(std::string_view form, const Node& document, std::string_view star) {
  std::string address;
  while (!form.empty()) {
    const std::size_t open = std::min(form.find('{'), form.size());
    address += form.substr(0, open);
    const std::size_t close = form.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = form.substr(open + 1, close - open - 1);
    const std::size_t bar = std::min(name.find('|'), name.size());
    const std::string found = name == any_name ? std::string(star) : text_at(document, name.substr(0, bar));
    const std::string_view otherwise = bar < name.size() ? name.substr(bar + 1) : std::string_view("?");
    address += found.empty() ? otherwise : std::string_view(found);
    form.remove_prefix(close + 1);
  }
  return address;
}

/// A text, or the texts of a list.
std::vector<std::string> texts_of(const Node& node) {
  std::vector<std::string> texts;
  if (node.kind == Node::Kind::text) texts.push_back(node.text);
  for (const Node& item : node.items) {
    if (item.kind == Node::Kind::text) texts.push_back(item.text);
  }
  return texts;
}

/// `a.env`, `[a.env, b.env]`, `[{path: a.env, required: false}]`
std::vector<EnvironmentFile> environment_files(const Node& files) {
  std::vector<EnvironmentFile> found;
  const std::vector<Node> one{files};
  for (const Node& file : files.kind == Node::Kind::list ? files.items : one) {
    std::string path = file.kind == Node::Kind::map ? text_at(file, "path") : file.text;
    if (!path.empty()) found.push_back({std::move(path), text_at(file, "required") != "false"});
  }
  return found;
}

/// `base`, `{service: base}`, `{service: base, file: common.yml}`
std::optional<BaseContainer> base_container(const Node& base) {
  BaseContainer found{text_at(base, "file"), base.text.empty() ? text_at(base, "service") : base.text};
  return found.name.empty() ? std::nullopt : std::optional(std::move(found));
}

/// The nodes at a path in which one name may stand for the items of a list: `envFrom[*].secretRef`.
std::vector<const Node*> nodes_at(const Node& from, std::string_view path) {
  const std::size_t list = path.find(any_item);
  if (list == std::string_view::npos) {
    const Node* node = node_at(from, path);
    return node == nullptr ? std::vector<const Node*>() : std::vector<const Node*>{node};
  }
  std::vector<const Node*> found;
  const Node* items = node_at(from, path.substr(0, list));
  std::string_view rest = path.substr(list + any_item.size());
  if (rest.starts_with('.')) rest.remove_prefix(1);
  if (items == nullptr) return found;
  for (const Node& item : items->items) {
    if (const Node* node = node_at(item, rest)) found.push_back(node);
  }
  return found;
}

/// The documents that a container names, for all or for one of their settings.
std::vector<SettingsReference> references_of(const Node& container, const Container& found,
                                             const ContainerWords& words) {
  std::vector<SettingsReference> references;
  for (const NamedDocumentWords& named : words.named) {
    for (const Node* node : nodes_at(container, named.whole)) {
      const std::string name = text_at(*node, "name");
      if (!name.empty()) references.push_back({.words = &named, .name = name});
    }
    for (const Node* environment : found.environment) {
      for (const Node& variable : environment->items) {
        const Node* node = node_at(variable, named.single);
        if (node == nullptr) continue;
        references.push_back(
            {&named, text_at(*node, "name"), text_at(variable, "name"), text_at(*node, "key")});
      }
    }
  }
  return references;
}

class ContainerFinder {
 public:
  ContainerFinder(const Node& document, const ContainerWords& words) : document_(document), words_(words) {}

  std::vector<Container> find() {
    for (const std::string& pattern : words_.containers) walk(document_, pattern, "", "", document_.span);
    return std::move(found_);
  }

 private:
  void walk(const Node& node, std::string_view pattern, const std::string& path, std::string_view star,
            Span name) {
    if (pattern.empty()) return add(node, path, star, name);
    std::string_view wanted = take_first_name(pattern);
    const bool items = wanted.ends_with(any_item);
    if (items) wanted.remove_suffix(any_item.size());
    for (const Member& member : node.members) {
      if (wanted != any_name && wanted != member.name) continue;
      const std::string inner = path.empty() ? member.name : path + "." + member.name;
      const std::string_view inner_star = wanted == any_name ? std::string_view(member.name) : star;
      if (!items) walk(member.value, pattern, inner, inner_star, member.name_span);
      for (std::size_t i = 0; items && i < member.value.items.size(); ++i) {
        walk(member.value.items[i], pattern, inner + "[" + std::to_string(i) + "]", inner_star,
             member.name_span);
      }
    }
  }

  void add(const Node& node, const std::string& path, std::string_view star, Span name) {
    const auto has = [&node](const std::string& key) { return member_of(node, key) != nullptr; };
    if (node.kind != Node::Kind::map) return;
    if (!words_.needs.empty() && std::ranges::none_of(words_.needs, has)) return;
    Container container{.path = path,
                        .service = std::string(star),
                        .address = address_of(words_.address, document_, star),
                        .image = node_at(node, words_.image),
                        .environment = {},
                        .files = {},
                        .base = {},
                        .named = {},
                        .name = name};
    for (const std::string& place : words_.environment) {
      if (const Node* environment = node_at(node, place)) container.environment.push_back(environment);
    }
    if (const Member* files = member_of(node, words_.environment_files))
      container.files = environment_files(files->value);
    if (const Member* base = member_of(node, words_.base)) container.base = base_container(base->value);
    container.named = references_of(node, container, words_);
    found_.push_back(std::move(container));
  }

  const Node& document_;
  const ContainerWords& words_;
  std::vector<Container> found_;
};

bool is_of_kind(const Node& document, const ContainerWords& words) {
  const auto has = [&document](const std::string& key) { return member_of(document, key) != nullptr; };
  const auto may_stand = [&words](const Member& member) {
    return std::ranges::any_of(
        words.only, [&member](const std::string& pattern) { return glob_matches(pattern, member.name); });
  };
  return std::ranges::all_of(words.has, has) &&
         (words.only.empty() || std::ranges::all_of(document.members, may_stand));
}

}  // namespace

const Node* node_at(const Node& from, std::string_view path) {
  const Node* node = &from;
  while (!path.empty()) {
    const Member* member = member_of(*node, take_first_name(path));
    if (member == nullptr) return nullptr;
    node = &member->value;
  }
  return node;
}

std::string text_at(const Node& from, std::string_view path) {
  const Node* node = node_at(from, path);
  return node == nullptr ? std::string() : node->text;
}

/// `other.yaml`, `{path: [other.yaml, more.yaml], env_file: other.env}`
std::vector<IncludedDocuments> included_in(const Node& document, const ContainerWords& words) {
  std::vector<IncludedDocuments> found;
  const Member* list = words.include.empty() ? nullptr : member_of(document, words.include);
  if (list == nullptr) return found;
  for (const Node& item : list->value.items) {
    const Member* paths = member_of(item, "path");
    const Member* variables = member_of(item, words.environment_files);
    IncludedDocuments included{texts_of(paths == nullptr ? item : paths->value), {}};
    if (variables != nullptr) included.variables = texts_of(variables->value);
    if (!included.paths.empty()) found.push_back(std::move(included));
  }
  return found;
}

std::optional<ContainerDocument> containers_in(const Node& document, std::string_view path,
                                               const std::vector<ContainerWords>& known) {
  for (const ContainerWords& words : known) {
    if (!is_of_kind(document, words) || is_below_any(path, words.not_in)) continue;
    ContainerDocument result{&words, address_of(words.address, document, ""),
                             ContainerFinder(document, words).find()};
    if (words.others || !result.containers.empty()) return result;
  }
  return std::nullopt;
}

}  // namespace smtplint::config
