#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace smtplint::syntax {

/// Copies nodes into the storage of a tree, which ends with it without calling destructors.
template <typename T>
std::span<T> keep(std::pmr::memory_resource& arena, std::span<const T> nodes) {
  static_assert(std::is_trivially_destructible_v<T>);
  if (nodes.empty()) return {};
  T* const kept = static_cast<T*>(arena.allocate(nodes.size_bytes(), alignof(T)));
  std::uninitialized_copy(nodes.begin(), nodes.end(), kept);
  return {kept, nodes.size()};
}

inline std::string_view keep(std::pmr::memory_resource& arena, std::string_view text) {
  const std::span<const char> kept = keep(arena, std::span<const char>(text));
  return {kept.data(), kept.size()};
}

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

}  // namespace smtplint::syntax
