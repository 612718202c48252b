#pragma once

#include <algorithm>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "syntax/hcl/tree.h"

namespace smtplint::hcl {

/// A tree while it is made: storage for its nodes, and what was found wrong. The text outlives it.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits) : text_(text), limits_(limits) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const ParseLimits& limits() const { return limits_; }
  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  template <typename T>
  const T* keep(const T& node) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (tree_->arena_.allocate(sizeof(T), alignof(T))) T(node);
  }

  template <typename T>
  std::span<const T> keep(std::span<const T> nodes) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (nodes.empty()) return {};
    T* const kept = static_cast<T*>(tree_->arena_.allocate(nodes.size_bytes(), alignof(T)));
    std::uninitialized_copy(nodes.begin(), nodes.end(), kept);
    return {kept, nodes.size()};
  }

  std::string_view keep_text(std::string_view text) {
    const std::span<const char> kept = keep(std::span<const char>(text));
    return {kept.data(), kept.size()};
  }

  void error(Span span, std::string message) { tree_->errors_.push_back({span, std::move(message)}); }
  [[nodiscard]] std::size_t error_count() const { return tree_->errors_.size(); }
  void comment(Span span) { tree_->comments_.push_back({span}); }

  void set_body(const Body& body) { tree_->body_ = body; }
  void set_expression(const Expr* expression) { tree_->expression_ = expression; }

  /// The finished tree; the builder is empty afterwards.
  [[nodiscard]] std::shared_ptr<const Tree> finish() {
    std::stable_sort(tree_->errors_.begin(), tree_->errors_.end(),
                     [](const SyntaxError& a, const SyntaxError& b) { return a.span.begin < b.span.begin; });
    return std::move(tree_);
  }

 private:
  std::string_view text_;
  ParseLimits limits_;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
};

/// Nodes gathered in a pool that nested nodes share; they leave it when the gathering ends.
template <typename T>
class Gathered {
 public:
  explicit Gathered(std::vector<T>& pool) : pool_(pool), begin_(pool.size()) {}
  ~Gathered() { pool_.erase(pool_.begin() + static_cast<std::ptrdiff_t>(begin_), pool_.end()); }
  Gathered(const Gathered&) = delete;
  Gathered& operator=(const Gathered&) = delete;

  void add(const T& node) { pool_.push_back(node); }
  /// The newest node, if there is one.
  [[nodiscard]] T* last() { return pool_.size() == begin_ ? nullptr : &pool_.back(); }
  [[nodiscard]] std::span<const T> nodes() const { return std::span<const T>(pool_).subspan(begin_); }

 private:
  std::vector<T>& pool_;
  std::size_t begin_;
};

}  // namespace smtplint::hcl
