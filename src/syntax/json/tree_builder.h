#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/arena.h"
#include "syntax/cursor.h"
#include "syntax/json/tree.h"

namespace smtplint::json {

/// Follows the commas between the elements of an array or object.
class Separators {
 public:
  enum class Fault { none, missing, doubled };

  [[nodiscard]] Fault comma() {
    const bool expected = after_element_;
    after_element_ = false;
    return expected ? Fault::none : Fault::doubled;
  }
  [[nodiscard]] Fault element() {
    const bool missing = after_element_;
    after_element_ = true;
    return missing ? Fault::missing : Fault::none;
  }

 private:
  bool after_element_ = false;
};

/// Makes the typed tree out of a concrete one.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits) : text_(text), limits_(limits) {}

  void read(const syntax::ConcreteTree& tree);
  void error(Span span, std::string message);
  void refuse_depth(Span span);
  void set_error_root() { tree_->root_ = make(NodeKind::error, whole()); }
  [[nodiscard]] Span whole() const { return {0, static_cast<std::uint32_t>(text_.size())}; }
  /// The finished tree; the builder is empty afterwards.
  [[nodiscard]] std::shared_ptr<const Tree> finish();

 private:
  using Cursor = syntax::Cursor;

  [[nodiscard]] const Node* read_value(Cursor& cursor);
  [[nodiscard]] const Node* read_nested(Cursor& cursor);
  [[nodiscard]] const Node* read_word(Cursor& cursor);
  [[nodiscard]] const Node* read_array(Cursor& cursor);
  [[nodiscard]] const Node* read_object(Cursor& cursor);
  [[nodiscard]] bool is_element(Cursor& cursor, Separators& separators);
  void refuse_closer(Cursor& cursor, std::uint16_t closer);
  [[nodiscard]] const Node* read_string(Cursor& cursor);
  [[nodiscard]] Member read_member(Cursor& cursor);
  void read_name(Cursor& cursor, Member& member);
  void decode(Span content, syntax::Gathered<StringPart>& parts, std::string& decoded);
  [[nodiscard]] Span content_of(Cursor& cursor);
  [[nodiscard]] bool note(Cursor& cursor);
  void refuse(Span span, std::string_view what);

  [[nodiscard]] Node* make(NodeKind kind, Span span);
  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  std::string_view text_;
  ParseLimits limits_;
  std::uint32_t depth_ = 0;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
  std::vector<const Node*> items_;
  std::vector<Member> members_;
  std::vector<StringPart> parts_;
};

}  // namespace smtplint::json
