#include "frontend/config/config_maps.h"

#include <algorithm>
#include <string>
#include <vector>

#include "frontend/config/block_text.h"

namespace smtplint::config {
namespace {

Node* value_of(Node& map, std::string_view name) {
  const auto found = std::ranges::find(map.members, name, &Member::name);
  return found == map.members.end() ? nullptr : &found->value;
}

/// The depth is bounded by the reader of the file.
void move_into(const BlockText& block, Node& node) {
  node.span = block.place(node.span);
  for (Node& item : node.items) move_into(block, item);
  for (Member& member : node.members) {
    member.name_span = block.place(member.name_span);
    move_into(block, member.value);
  }
}

void expand_files(std::string_view text, const ReadNamedFile& read, Node& files) {
  for (Member& file : files.members) {
    if (file.value.kind != Node::Kind::text || file.value.text.find('\n') == std::string::npos) continue;
    const auto block = BlockText::find(text, file.value);
    auto content = block ? read(file.name, file.value.text) : std::nullopt;
    if (!content) continue;
    move_into(*block, *content);
    file.value = std::move(*content);
  }
}

}  // namespace

void expand_config_maps(std::string_view text, const ReadNamedFile& read, Node& document) {
  const Node* kind = value_of(document, "kind");
  if (kind == nullptr) return;
  const bool secret = kind->text == "Secret";
  Node* files = secret                      ? value_of(document, "stringData")
                : kind->text == "ConfigMap" ? value_of(document, "data")
                                            : nullptr;
  if (files != nullptr && files->kind == Node::Kind::map) expand_files(text, read, *files);
}

}  // namespace smtplint::config
