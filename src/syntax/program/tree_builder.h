#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/arena.h"
#include "syntax/concrete_node.h"
#include "syntax/program/tree.h"

namespace smtplint::program {

/// Grows the tree of one program while a reader walks the concrete one.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits)
      : text_(text), limits_(limits), tree_(std::make_unique<Tree>()) {}

  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }
  [[nodiscard]] std::string_view slice(const syntax::ConcreteNode& node) const { return slice(node.span()); }

  [[nodiscard]] const Expression* other(Span span) { return keep({ExpressionKind::other, span, {}, {}, {}}); }
  /// What stands for itself: a number, a name.
  [[nodiscard]] const Expression* as_written(ExpressionKind kind, Span span) {
    return keep({kind, span, slice(span), {}, {}});
  }
  [[nodiscard]] const Expression* text(Span span, std::string_view decoded);
  [[nodiscard]] const Expression* compound(ExpressionKind kind, Span span, std::string_view text,
                                           const std::vector<const Expression*>& items,
                                           const std::vector<Pair>& pairs = {});
  [[nodiscard]] Pair pair(std::string_view name, Span name_span, const Expression* value);

  void assign(std::string_view target, Span target_span, const Expression* value);
  void say(Span span, std::string message) { tree_->errors_.push_back({span, std::move(message)}); }
  /// The innermost place that the grammar does not know.
  void say_what_does_not_parse(syntax::ConcreteNode root);

  [[nodiscard]] std::shared_ptr<const Tree> finish() { return std::move(tree_); }

  /// One level of nesting; without room for another, what is nested deeper is not read.
  class Level {
   public:
    explicit Level(TreeBuilder& builder) : builder_(builder) { ++builder_.depth_; }
    ~Level() { --builder_.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    [[nodiscard]] bool has_room() const { return builder_.depth_ <= builder_.limits_.deepest; }

   private:
    TreeBuilder& builder_;
  };

  /// The arms of one `if`: assignments that are made while it lives happen under a condition.
  class Arms {
   public:
    explicit Arms(TreeBuilder& builder) : builder_(builder), outer_(builder.under_.size()) {}
    ~Arms() { builder_.under_.resize(outer_); }
    Arms(const Arms&) = delete;
    Arms& operator=(const Arms&) = delete;
    /// An arm with a condition of its own, after those before it did not hold.
    void next();
    /// The arm that is taken where no other is.
    void last();

   private:
    TreeBuilder& builder_;
    std::size_t outer_;
  };

 private:
  [[nodiscard]] const Expression* keep(const Expression& expression);

  std::string_view text_;
  ParseLimits limits_;
  std::unique_ptr<Tree> tree_;
  std::vector<Condition> under_;
  std::uint32_t conditions_ = 0;
  std::uint32_t depth_ = 0;
};

/// Names on the way to a thing, joined.
[[nodiscard]] std::string joined(std::string_view path, std::string_view name);

void read_python(syntax::ConcreteNode root, TreeBuilder& builder);
void read_php(syntax::ConcreteNode root, TreeBuilder& builder);
void read_ruby(syntax::ConcreteNode root, TreeBuilder& builder);

}  // namespace smtplint::program
