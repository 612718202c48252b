#include <arm_expression_symbols.h>

#include <algorithm>
#include <vector>

#include "syntax/arena.h"
#include "syntax/arm_expression/tree.h"
#include "syntax/concrete.h"
#include "syntax/cursor.h"

extern "C" const TSLanguage* tree_sitter_arm_expression(void);

namespace smtplint::arm_expression {
namespace {

/// How deep brackets stand in each other, and how long the longest row of members and indexes may be; texts
/// left out.
std::uint32_t deepest_bracket(std::string_view text) {
  std::uint32_t depth = 0, deepest = 0;
  bool in_string = false;
  for (const char c : text) {
    if (c == '\'') in_string = !in_string;
    if (in_string) continue;
    if (c == '(' || c == '[') deepest = std::max(deepest, ++depth);
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return deepest;
}

}  // namespace

/// Makes the typed tree out of a concrete one without errors.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits) : text_(text), limits_(limits) {}

  std::shared_ptr<const Tree> build() {
    if (text_.size() > syntax::largest_text || deepest_bracket(text_) > limits_.deepest)
      return cut("nested too deep");
    syntax::ParseRequest request;
    request.text = text_;
    request.callbacks = syntax::callback_budget(text_.size(), limits_.progress_per_kilobyte);
    const syntax::ConcreteTree tree = syntax::ConcreteParser(tree_sitter_arm_expression()).parse(request);
    if (!tree) return cut("parsing this expression takes too many steps");
    syntax::Cursor cursor(tree);
    if (tree.has_error()) {
      tree_->error_ = SyntaxError{first_error(cursor), "this is no expression of a template"};
    } else if (cursor.first_child()) {
      tree_->root_ = read(cursor, 0);
    }
    return tree_;
  }

 private:
  std::shared_ptr<const Tree> cut(std::string message) {
    tree_->cut_off_ = true;
    tree_->error_ = SyntaxError{{0, static_cast<std::uint32_t>(text_.size())}, std::move(message)};
    return tree_;
  }

  /// Of the parts on the highest level; the whole text where none of them is wrong itself.
  [[nodiscard]] Span first_error(syntax::Cursor& cursor) const {
    if (cursor.is_error() && !cursor.first_child()) return cursor.span();
    if (cursor.first_child()) {
      do {
        if (cursor.is_error()) return cursor.span();
      } while (cursor.next());
    }
    return {0, static_cast<std::uint32_t>(text_.size())};
  }

  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  const Node* read(syntax::Cursor& cursor, std::uint32_t depth) {
    Node node;
    node.span = cursor.span();
    std::vector<const Node*> children;
    switch (cursor.symbol()) {
      case symbol::sym_number:
        node.kind = NodeKind::number;
        node.text = slice(node.span);
        break;
      case symbol::sym_string:
        node.text = decoded(slice({node.span.begin + 1, node.span.end - 1}));
        break;
      default:
        node.kind = cursor.symbol() == symbol::sym_call     ? NodeKind::call
                    : cursor.symbol() == symbol::sym_member ? NodeKind::member
                                                            : NodeKind::index;
        read_parts(cursor, depth, node, children);
        break;
    }
    node.children = syntax::keep(tree_->arena_, std::span<const Node* const>(children));
    return syntax::keep(tree_->arena_, std::span<const Node>(&node, 1)).data();
  }

  void read_parts(syntax::Cursor& cursor, std::uint32_t depth, Node& node,
                  std::vector<const Node*>& children) {
    // A row of members is a depth too; what is deeper than all limits is left out and refused.
    constexpr std::uint32_t longest_row = 1000;
    if (depth > limits_.deepest + longest_row || !cursor.first_child()) {
      cut("nested too deep");
      return;
    }
    std::uint32_t name_begin = 0;
    do {
      if (cursor.symbol() == symbol::sym_name) {
        const Span span = cursor.span();
        if (node.name.empty()) name_begin = span.begin;
        node.name = slice({name_begin, span.end});
      } else if (cursor.is_named()) {
        children.push_back(read(cursor, depth + 1));
      }
    } while (cursor.next());
    cursor.parent();
  }

  std::string_view decoded(std::string_view written) {
    if (written.find('\'') == std::string_view::npos) return written;
    std::string text;
    for (std::size_t at = 0; at < written.size(); ++at) {
      text += written[at];
      if (written[at] == '\'') ++at;
    }
    return syntax::keep(tree_->arena_, text);
  }

  std::string_view text_;
  ParseLimits limits_;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
};

std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits) {
  return TreeBuilder(text, limits).build();
}

}  // namespace smtplint::arm_expression
