#include "frontend/config/config_maps.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "frontend/config/block_text.h"
#include "value/encoded_text.h"

namespace smtplint::config {
namespace {

/// UTF-8 without control characters but blanks.
bool is_text(std::string_view bytes) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
  };
  return utf8::is_valid(bytes) && std::ranges::none_of(bytes, is_control);
}

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

/// What stands in base64 has no place but that of the whole.
void stand_at(Span place, Node& node) {
  node.span = place;
  node.encoded = true;
  for (Node& item : node.items) stand_at(place, item);
  for (Member& member : node.members) {
    member.name_span = place;
    stand_at(place, member.value);
  }
}

void decode_files(const ReadNamedFile& read, Node& files) {
  for (Member& file : files.members) {
    if (file.value.kind != Node::Kind::text) continue;
    auto decoded = from_base64(file.value.text);
    if (!decoded || !is_text(*decoded)) continue;
    const bool whole_file = decoded->find('\n') != std::string::npos;
    auto content = whole_file ? read(file.name, *decoded) : std::nullopt;
    const Span place = file.value.span;
    file.value.text = std::move(*decoded);
    if (content) file.value = std::move(*content);
    stand_at(place, file.value);
  }
}

}  // namespace

void expand_config_maps(std::string_view text, const ReadNamedFile& read, Node& document) {
  const Node* kind = value_of(document, "kind");
  if (kind == nullptr) return;
  const bool secret = kind->text == "Secret";
  Node* encoded = secret ? value_of(document, "data") : nullptr;
  Node* files = secret                      ? value_of(document, "stringData")
                : kind->text == "ConfigMap" ? value_of(document, "data")
                                            : nullptr;
  if (encoded != nullptr && encoded->kind == Node::Kind::map) decode_files(read, *encoded);
  if (files != nullptr && files->kind == Node::Kind::map) expand_files(text, read, *files);
}

}  // namespace smtplint::config
