#pragma once

#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "syntax/hcl/tree.h"
#include "syntax/json/tree.h"

namespace smtplint::terraform {

/// Copies what lives in an arena.
template <typename T>
std::span<const T> kept_in(std::pmr::memory_resource& arena, const std::vector<T>& items) {
  if (items.empty()) return {};
  auto* copy = static_cast<T*>(arena.allocate(items.size() * sizeof(T), alignof(T)));
  std::uninitialized_copy(items.begin(), items.end(), copy);
  return {copy, items.size()};
}

/// Moves an expression that was parsed out of a decoded JSON string back into the JSON text: every span
/// becomes the span of the bytes that stand for it, and verbatim parts are split at the string's escapes.
class ExpressionCopy {
 public:
  ExpressionCopy(std::pmr::memory_resource& arena, const json::Node& string);

  [[nodiscard]] const hcl::Expr* copy(const hcl::Expr* expr) const;

 private:
  struct Run {
    std::uint32_t decoded = 0;
    std::uint32_t decoded_length = 0;
    Span source;
    bool verbatim = true;
  };

  [[nodiscard]] const Run* run_at(std::uint32_t decoded) const;
  [[nodiscard]] Span map(Span decoded) const;
  [[nodiscard]] std::span<const hcl::TemplatePart> copy_parts(std::span<const hcl::TemplatePart> parts) const;
  void split_verbatim(const hcl::TemplatePart& part, std::vector<hcl::TemplatePart>& parts) const;

  std::pmr::memory_resource& arena_;
  std::string_view text_;
  std::vector<Run> runs_;
  std::uint32_t end_ = 0;
};

}  // namespace smtplint::terraform
