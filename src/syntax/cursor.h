#pragma once

#include <tree_sitter/api.h>

#include <algorithm>
#include <cstdint>

#include "base/span.h"
#include "syntax/concrete.h"

namespace smtplint::syntax {

inline constexpr std::uint16_t error_symbol = 0xffff;

/// Walks a concrete tree. Moves say whether they succeeded; the cursor stays where it is if not.
class Cursor {
 public:
  explicit Cursor(const ConcreteTree& tree)
      : before_(tree.before_),
        length_(tree.length_),
        offset_(tree.offset_),
        cursor_(ts_tree_cursor_new(ts_tree_root_node(tree.tree_.get()))) {
    look();
  }
  ~Cursor() { ts_tree_cursor_delete(&cursor_); }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  bool first_child() { return ts_tree_cursor_goto_first_child(&cursor_) && look(); }
  bool next() { return ts_tree_cursor_goto_next_sibling(&cursor_) && look(); }
  void parent() {
    ts_tree_cursor_goto_parent(&cursor_);
    look();
  }

  [[nodiscard]] std::uint16_t symbol() const { return symbol_; }
  [[nodiscard]] Span span() const { return span_; }
  [[nodiscard]] bool is_error() const { return symbol_ == error_symbol; }
  /// An expression or a name, not a sign or keyword.
  [[nodiscard]] bool is_named() const { return ts_node_is_named(node_); }
  /// Invented by the parser to go on.
  [[nodiscard]] bool is_missing() const { return span_.begin == span_.end && ts_node_is_missing(node_); }
  [[nodiscard]] std::uint32_t child_count() const { return ts_node_child_count(node_); }
  [[nodiscard]] const char* type() const { return ts_node_type(node_); }

 private:
  bool look() {
    node_ = ts_tree_cursor_current_node(&cursor_);
    symbol_ = ts_node_symbol(node_);
    span_ = {place(ts_node_start_byte(node_)), place(ts_node_end_byte(node_))};
    return true;
  }

  [[nodiscard]] std::uint32_t place(std::uint32_t byte) const {
    return offset_ + std::min(byte - std::min(byte, before_), length_);
  }

  std::uint32_t before_;
  std::uint32_t length_;
  std::uint32_t offset_;
  TSTreeCursor cursor_;
  TSNode node_{};
  std::uint16_t symbol_ = 0;
  Span span_;
};

}  // namespace smtplint::syntax
