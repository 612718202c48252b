#include "knowledge/image_writer.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <tuple>

#include "base/assert.h"
#include "knowledge/image_format.h"

namespace smtplint::knowledge {

namespace format = image_format;

namespace {

void store(std::string& bytes, std::initializer_list<std::uint32_t> words) {
  for (const std::uint32_t word : words) {
    for (unsigned shift = 0; shift < 32; shift += 8)
      bytes.push_back(static_cast<char>((word >> shift) & 0xffu));
  }
}

std::uint32_t count_of(std::size_t size) {
  SMTPLINT_ASSERT(size <= 0xffffffffu);
  return static_cast<std::uint32_t>(size);
}

}  // namespace

ImageWriter::Slice ImageWriter::intern(std::string_view text) {
  const auto known = known_texts_.find(text);
  if (known != known_texts_.end()) return known->second;
  const Slice slice{count_of(texts_.size()), count_of(text.size())};
  texts_ += text;
  known_texts_.emplace(text, slice);
  return slice;
}

void ImageWriter::begin_file(std::string_view section, std::string_view path) {
  SMTPLINT_ASSERT(open_.empty());
  files_.push_back({std::string(section), std::string(path), count_of(nodes_.size())});
  nodes_before_file_ = nodes_.size();
  children_before_file_ = children_.size();
}

void ImageWriter::add(const NodeRecord& record) {
  if (!open_.empty()) {
    pending_.node = count_of(nodes_.size());
    open_.back().children.push_back(pending_);
    pending_ = {};
  }
  nodes_.push_back(record);
}

void ImageWriter::null(std::uint32_t line, std::uint32_t column) {
  add({static_cast<std::uint32_t>(NodeKind::null), current_file(), line, column, 0, 0});
}

void ImageWriter::scalar(std::string_view text, bool quoted, std::uint32_t line, std::uint32_t column) {
  const std::uint32_t shape =
      static_cast<std::uint32_t>(NodeKind::scalar) | (quoted ? format::quoted_flag : 0);
  const Slice slice = intern(text);
  add({shape, current_file(), line, column, slice.begin, slice.length});
}

void ImageWriter::begin(NodeKind kind, std::uint32_t line, std::uint32_t column) {
  SMTPLINT_ASSERT(kind == NodeKind::list || kind == NodeKind::map);
  const std::uint32_t node = count_of(nodes_.size());
  add({static_cast<std::uint32_t>(kind), current_file(), line, column, 0, 0});
  open_.push_back({node, {}});
}

void ImageWriter::key(std::string_view text, std::uint32_t line, std::uint32_t column) {
  pending_.key = intern(text);
  pending_.key_line = line;
  pending_.key_column = column;
}

void ImageWriter::end() {
  SMTPLINT_ASSERT(!open_.empty());
  const Open& closed = open_.back();
  NodeRecord& node = nodes_[closed.node];
  node.first = count_of(children_.size());
  node.count = count_of(closed.children.size());
  children_.insert(children_.end(), closed.children.begin(), closed.children.end());
  open_.pop_back();
}

void ImageWriter::end_file() { SMTPLINT_ASSERT(open_.empty() && nodes_.size() > nodes_before_file_); }

void ImageWriter::drop_file() {
  files_.pop_back();
  nodes_.resize(nodes_before_file_);
  children_.resize(children_before_file_);
  open_.clear();
  pending_ = {};
  incomplete_ = true;
}

std::string ImageWriter::finish() {
  SMTPLINT_ASSERT(open_.empty());
  std::vector<std::size_t> order(files_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [this](std::size_t i) { return std::tie(files_[i].section, files_[i].path); });
  std::vector<std::uint32_t> position(files_.size());
  std::string file_table;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const FileRecord& file = files_[order[i]];
    position[order[i]] = count_of(i);
    const Slice section = intern(file.section);
    const Slice path = intern(file.path);
    store(file_table, {section.begin, section.length, path.begin, path.length, file.root});
  }
  std::string bytes(format::magic);
  store(bytes, {format::version, count_of(files_.size()), count_of(nodes_.size()), count_of(children_.size()),
                count_of(texts_.size()), incomplete_ ? 1u : 0u});
  bytes += file_table;
  for (const NodeRecord& node : nodes_) {
    store(bytes, {node.shape, position[node.file], node.line, node.column, node.first, node.count});
  }
  for (const ChildRecord& child : children_) {
    store(bytes, {child.node, child.key.begin, child.key.length, child.key_line, child.key_column});
  }
  return bytes + texts_;
}

}  // namespace smtplint::knowledge
