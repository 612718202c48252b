#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "syntax/arena.h"
#include "syntax/bicep/tree.h"

namespace smtplint::bicep {

/// A tree while it is made: storage for its nodes, and what was found wrong. The text outlives it.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits) : text_(text), limits_(limits) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const ParseLimits& limits() const { return limits_; }
  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  template <typename T>
  const T* keep(const T& node) {
    return syntax::keep(tree_->arena_, std::span<const T>(&node, 1)).data();
  }
  template <typename T>
  std::span<const T> keep(const std::vector<T>& nodes) {
    return syntax::keep(tree_->arena_, std::span<const T>(nodes));
  }
  std::string_view keep_text(std::string_view text) { return syntax::keep(tree_->arena_, text); }

  void add(const Statement& statement) { tree_->statements_.push_back(statement); }
  void error(Span span, std::string message) { tree_->errors_.push_back({span, std::move(message)}); }
  [[nodiscard]] std::size_t error_count() const { return tree_->errors_.size(); }
  /// Of the errors from the `from`th on, keeps the one that stands first: the others follow from it.
  void keep_first_error(std::size_t from) {
    const auto begin = tree_->errors_.begin() + static_cast<std::ptrdiff_t>(from);
    if (begin == tree_->errors_.end()) return;
    std::iter_swap(begin, std::min_element(begin, tree_->errors_.end(), stands_before));
    tree_->errors_.erase(begin + 1, tree_->errors_.end());
  }
  void comment(Span span) { tree_->comments_.push_back(span); }

  /// The finished tree; the builder is empty afterwards.
  [[nodiscard]] std::shared_ptr<const Tree> finish() {
    std::stable_sort(tree_->errors_.begin(), tree_->errors_.end(), stands_before);
    return std::move(tree_);
  }

 private:
  static bool stands_before(const SyntaxError& a, const SyntaxError& b) {
    return a.span.begin < b.span.begin;
  }

  std::string_view text_;
  ParseLimits limits_;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
};

}  // namespace smtplint::bicep
