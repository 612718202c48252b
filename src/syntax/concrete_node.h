#pragma once

#include <tree_sitter/api.h>

#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/concrete.h"

namespace smtplint::syntax {

/// A node of a concrete tree whose grammar names its parts: for readers that look for a few things in a large
/// language. Text and tree must outlive it.
class ConcreteNode {
 public:
  [[nodiscard]] static ConcreteNode root_of(const ConcreteTree& tree);

  [[nodiscard]] explicit operator bool() const { return !ts_node_is_null(node_); }
  [[nodiscard]] std::string_view type() const { return *this ? ts_node_type(node_) : ""; }
  [[nodiscard]] bool is(std::string_view type) const { return this->type() == type; }
  [[nodiscard]] Span span() const {
    return *this ? Span{ts_node_start_byte(node_), ts_node_end_byte(node_)} : Span{};
  }
  /// The part that the grammar gives this name; an empty node where there is none.
  [[nodiscard]] ConcreteNode field(std::string_view name) const;
  /// All parts but signs, keywords and comments.
  [[nodiscard]] std::vector<ConcreteNode> parts() const;
  /// Where the nodes of a type stand, this one and those anywhere within it, in order.
  [[nodiscard]] std::vector<Span> all_of_type(std::string_view type) const;
  /// Here or further in, the parser met what it does not know.
  [[nodiscard]] bool has_error() const { return ts_node_has_error(node_); }
  [[nodiscard]] bool is_error() const { return ts_node_is_error(node_) || ts_node_is_missing(node_); }
  /// The first of the nodes that hold an error.
  [[nodiscard]] ConcreteNode erroneous_part() const;

 private:
  explicit ConcreteNode(TSNode node) : node_(node) {}

  template <typename Action>
  void for_each_child(const Action& action) const;

  TSNode node_;
};

}  // namespace smtplint::syntax
