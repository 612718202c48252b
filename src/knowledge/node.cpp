#include "knowledge/node.h"

#include "base/assert.h"
#include "knowledge/image_format.h"

namespace smtplint::knowledge {

namespace format = image_format;

namespace {

constexpr std::size_t word_bytes = 4;

std::uint32_t load(std::string_view bytes, std::size_t offset) {
  SMTPLINT_ASSERT(offset + word_bytes <= bytes.size());
  std::uint32_t word = 0;
  for (std::size_t i = word_bytes; i-- > 0;) {
    word = (word << 8u) | static_cast<unsigned char>(bytes[offset + i]);
  }
  return word;
}

}  // namespace

Image::Image(std::string_view bytes) : bytes_(bytes) {
  SMTPLINT_ASSERT(bytes.substr(0, format::magic.size()) == format::magic);
  SMTPLINT_ASSERT(header(format::header_version) == format::version);
  files_ = format::magic.size() + format::header_words * word_bytes;
  nodes_ = files_ + header(format::files) * format::file_words * word_bytes;
  children_ = nodes_ + header(format::nodes) * format::node_words * word_bytes;
  texts_ = children_ + header(format::children) * format::child_words * word_bytes;
  SMTPLINT_ASSERT(texts_ + header(format::text_bytes) == bytes.size());
}

bool Image::complete() const { return header(format::incomplete) == 0; }

std::uint32_t Image::header(std::size_t word) const {
  return load(bytes_, format::magic.size() + word * word_bytes);
}

std::uint32_t Image::file_word(std::uint32_t file, std::size_t word) const {
  return load(bytes_, files_ + (file * format::file_words + word) * word_bytes);
}

std::uint32_t Image::node_word(std::uint32_t node, std::size_t word) const {
  return load(bytes_, nodes_ + (node * format::node_words + word) * word_bytes);
}

std::uint32_t Image::child_word(std::uint32_t child, std::size_t word) const {
  return load(bytes_, children_ + (child * format::child_words + word) * word_bytes);
}

std::string_view Image::text(std::uint32_t begin, std::uint32_t length) const {
  SMTPLINT_ASSERT(texts_ + begin + length <= bytes_.size());
  return bytes_.substr(texts_ + begin, length);
}

std::vector<Node> Image::section(std::string_view name) const {
  std::vector<Node> roots;
  for (std::uint32_t i = 0; i < header(format::files); ++i) {
    if (text(file_word(i, format::section_begin), file_word(i, format::section_length)) != name) continue;
    roots.emplace_back(this, file_word(i, format::root));
  }
  return roots;
}

NodeKind Node::kind() const {
  SMTPLINT_ASSERT(!missing());
  return static_cast<NodeKind>(image_->node_word(index_, format::shape) & 0xffu);
}

Mark Node::mark() const {
  if (missing()) return {};
  return {image_->file_path(index_), image_->node_word(index_, format::line),
          image_->node_word(index_, format::column)};
}

std::string_view Image::file_path(std::uint32_t node) const {
  const std::uint32_t file = node_word(node, format::file);
  return text(file_word(file, format::path_begin), file_word(file, format::path_length));
}

std::string_view Node::text() const {
  if (!is(NodeKind::scalar)) return {};
  return image_->text(image_->node_word(index_, format::first), image_->node_word(index_, format::count));
}

bool Node::quoted() const {
  return !missing() && (image_->node_word(index_, format::shape) & format::quoted_flag) != 0;
}

std::size_t Node::size() const {
  return is(NodeKind::list) || is(NodeKind::map) ? image_->node_word(index_, format::count) : 0;
}

std::uint32_t Node::child(std::size_t position) const {
  SMTPLINT_ASSERT(position < size());
  return image_->node_word(index_, format::first) + static_cast<std::uint32_t>(position);
}

Node Node::at(std::size_t position) const {
  return {image_, image_->child_word(child(position), format::node)};
}

std::string_view Node::key_at(std::size_t position) const {
  SMTPLINT_ASSERT(is(NodeKind::map));
  const std::uint32_t found = child(position);
  return image_->text(image_->child_word(found, format::key_begin),
                      image_->child_word(found, format::key_length));
}

Mark Node::key_mark_at(std::size_t position) const {
  SMTPLINT_ASSERT(is(NodeKind::map));
  const std::uint32_t found = child(position);
  return {image_->file_path(index_), image_->child_word(found, format::key_line),
          image_->child_word(found, format::key_column)};
}

Node Node::find(std::string_view key) const {
  if (!is(NodeKind::map)) return {};
  for (std::size_t i = 0; i < size(); ++i) {
    if (key_at(i) == key) return at(i);
  }
  return {};
}

}  // namespace smtplint::knowledge
