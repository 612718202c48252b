#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/span.h"
#include "syntax/parse_limits.h"
#include "syntax/syntax_error.h"

/// The typed tree of an expression of an ARM template: what stands between the brackets of `[...]`. Spans are
/// offsets in the text that was parsed, which must outlive the tree.
namespace smtplint::arm_expression {

enum class NodeKind { string, number, call, member, index };

struct Node {
  NodeKind kind = NodeKind::string;
  Span span;
  std::string_view name;                  ///< of a call (`concat`, `contoso.name`) or member
  std::string_view text;                  ///< string decoded, number as written
  std::span<const Node* const> children;  ///< arguments; what a member or index is taken of, and the index
};

using syntax::ParseLimits;
using syntax::SyntaxError;

class Tree {
 public:
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// nullptr where there is an error.
  [[nodiscard]] const Node* root() const { return root_; }
  [[nodiscard]] const std::optional<SyntaxError>& error() const { return error_; }
  /// Nested too deep, or too much work.
  [[nodiscard]] bool cut_off() const { return cut_off_; }

 private:
  friend class TreeBuilder;

  std::pmr::monotonic_buffer_resource arena_;
  const Node* root_ = nullptr;
  std::optional<SyntaxError> error_;
  bool cut_off_ = false;
};

[[nodiscard]] std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits = {});

/// Is a string of a template an expression? `[[` is an escaped `[`.
[[nodiscard]] inline bool is_expression(std::string_view text) {
  return text.size() >= 2 && text.starts_with('[') && text.ends_with(']') && !text.starts_with("[[");
}

}  // namespace smtplint::arm_expression
