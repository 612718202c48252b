#pragma once

#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/parse_limits.h"
#include "syntax/syntax_error.h"

/// The typed tree of JSON as people write it: comments, trailing commas and raw newlines in strings are
/// taken. Spans are offsets in the text that was parsed, which must outlive the tree.
namespace smtplint::json {

enum class NodeKind { error, null, boolean, number, string, array, object };

/// A run of a string: verbatim bytes, or an escape that stands for `decoded`.
struct StringPart {
  Span span;
  std::string_view decoded;  ///< empty for verbatim bytes
};

struct Member;

struct Node {
  NodeKind kind = NodeKind::error;
  Span span;  ///< of a string: with its quotes
  bool boolean = false;
  std::string_view text;  ///< number as written; string decoded
  std::span<const StringPart> parts;
  std::span<const Node* const> items;
  std::span<const Member> members;

  /// Of a string: what stands between its quotes. Broken ones have no room for two.
  [[nodiscard]] Span inside() const { return span.length() < 2 ? span : Span{span.begin + 1, span.end - 1}; }
  /// The value of a property; of equal names the last counts.
  [[nodiscard]] const Node* find(std::string_view name) const;
};

struct Member {
  std::string_view name;  ///< decoded
  Span name_span;         ///< without quotes
  const Node* value = nullptr;
};

using syntax::ParseLimits;
using syntax::SyntaxError;

class Tree {
 public:
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// nullptr where the text holds no value at all.
  [[nodiscard]] const Node* root() const { return root_; }
  [[nodiscard]] std::span<const SyntaxError> errors() const { return errors_; }
  /// With their markers, in the order of the text.
  [[nodiscard]] std::span<const Span> comments() const { return comments_; }

 private:
  friend class TreeBuilder;
  friend class StrictBuilder;

  std::pmr::monotonic_buffer_resource arena_;
  const Node* root_ = nullptr;
  std::vector<SyntaxError> errors_;
  std::vector<Span> comments_;
};

[[nodiscard]] std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits = {});
/// The same tree of what a machine wrote: ten times faster, but the first fault ends it (without a root).
[[nodiscard]] std::shared_ptr<const Tree> parse_strict(std::string_view text, const ParseLimits& limits = {});

}  // namespace smtplint::json
