#include "frontend/config/containers.h"

#include <algorithm>
#include <string_view>

#include "base/dotted_path.h"
#include "base/glob.h"

namespace smtplint::config {
namespace {

constexpr std::string_view any_name = "*";
constexpr std::string_view any_item = "[*]";

const Member* member_of(const Node& map, std::string_view name) {
  const auto found = std::ranges::find(map.members, name, &Member::name);
  return found == map.members.end() ? nullptr : &*found;
}

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
                        .address = address_of(words_.address, document_, star),
                        .image = node_at(node, words_.image),
                        .environment = {},
                        .name = name};
    for (const std::string& place : words_.environment) {
      if (const Node* environment = node_at(node, place)) container.environment.push_back(environment);
    }
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

std::optional<ContainerDocument> containers_in(const Node& document,
                                               const std::vector<ContainerWords>& known) {
  for (const ContainerWords& words : known) {
    if (!is_of_kind(document, words)) continue;
    ContainerDocument result{&words, address_of(words.address, document, ""),
                             ContainerFinder(document, words).find()};
    if (words.others || !result.containers.empty()) return result;
  }
  return std::nullopt;
}

}  // namespace smtplint::config
