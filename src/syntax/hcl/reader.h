#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/cursor.h"
#include "syntax/hcl/template_tokens.h"
#include "syntax/hcl/traversal.h"
#include "syntax/hcl/tree.h"
#include "syntax/hcl/tree_builder.h"

namespace smtplint::hcl {

/// Does a newline end an expression here, as in a body and in an object, or is it a blank, as in parentheses?
enum class Newlines { end, blank };

/// The statements of one body while they are read.
struct BodyPools {
  std::vector<Attribute> attributes;
  std::vector<Block> blocks;
};

struct OpenBody {
  explicit OpenBody(BodyPools& pools) : attributes(pools.attributes), blocks(pools.blocks) {}
  Gathered<Attribute> attributes;
  Gathered<Block> blocks;
};

/// Reads typed nodes out of one concrete tree, and refuses what Terraform refuses though the grammar takes
/// it.
class Reader {
 public:
  /// `depth`: how many blocks stand around the text of the tree.
  Reader(TreeBuilder& builder, BodyPools& pools, const syntax::ConcreteTree& tree, std::uint32_t depth);

  /// The statements of a tree that was parsed as a body.
  void read_statements(OpenBody& body);
  /// The one expression or template of a tree that was parsed as such; an error expression if there is none.
  [[nodiscard]] const Expr* read_lone_expression();

 private:
  friend class Children;
  friend class Nesting;

  /// How far a block has been read; `open` is right behind its brace.
  enum class BlockPart { type, labels, open, one_line, lines };

  void read_statement(OpenBody& body);
  [[nodiscard]] Attribute read_attribute();
  /// Nothing where blocks are nested too deep.
  [[nodiscard]] std::optional<Block> read_block();
  [[nodiscard]] BlockPart read_header(BlockPart part, Block& block, Gathered<Label>& labels);
  void read_label(Gathered<Label>& labels);

  [[nodiscard]] const Expr* read_expression();
  [[nodiscard]] const Expr* read_expression_of_kind();
  [[nodiscard]] const Expr* read_name();
  [[nodiscard]] const Expr* read_number();
  [[nodiscard]] const Expr* read_parentheses();
  [[nodiscard]] const Expr* read_tuple();
  [[nodiscard]] const Expr* read_object();
  [[nodiscard]] ObjectItem read_object_item();
  [[nodiscard]] const Expr* read_for(ExprKind kind);
  [[nodiscard]] const Expr* read_call();
  [[nodiscard]] std::string_view without_blanks(Span span);
  [[nodiscard]] const Expr* read_unary();
  [[nodiscard]] const Expr* read_binary();
  [[nodiscard]] const Expr* read_conditional();
  [[nodiscard]] const Expr* read_postfix();
  [[nodiscard]] TraversalStep read_dotted_step(std::uint32_t begin);
  [[nodiscard]] TraversalStep read_bracketed_step(std::uint32_t begin);

  [[nodiscard]] const Expr* read_string();
  [[nodiscard]] const Expr* read_template(TextStyle style);
  [[nodiscard]] TemplateToken read_interpolation();
  [[nodiscard]] TemplateToken read_directive();
  void read_template_child(const Expr& string, TextStyle& style, std::vector<TemplateToken>& tokens);
  void refuse_unterminated(Span string);
  void refuse_lone_returns(Span text);
  void refuse_depth(std::vector<TemplateToken>& tokens);

  [[nodiscard]] const Expr* make(const Expr& expression) { return builder_.keep(expression); }
  [[nodiscard]] const Expr* make(ExprKind kind, Span span, std::span<const Expr* const> children);
  [[nodiscard]] const Expr* error_expression(Span span);
  void note_comment();
  void report_unexpected();
  void report_missing();
  void refuse_line_break(std::uint32_t from, std::uint32_t to);
  [[nodiscard]] std::string_view slice(Span span) const { return builder_.slice(span); }

  TreeBuilder& builder_;
  BodyPools& pools_;
  syntax::Cursor cursor_;
  bool may_have_errors_;
  std::uint32_t depth_;
  Newlines newlines_ = Newlines::end;
  std::vector<const Expr*> expressions_;
  std::vector<ObjectItem> items_;
  std::vector<Label> labels_;
};

/// The children of the node under the cursor, without comments and errors, which are noted on the way.
/// Between two calls of `next` the cursor has to come back to where it was.
class Children {
 public:
  explicit Children(Reader& reader) : reader_(reader) {}
  ~Children() {
    if (entered_) reader_.cursor_.parent();
  }
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;

  [[nodiscard]] bool next();

 private:
  [[nodiscard]] bool step();

  Reader& reader_;
  bool entered_ = false;
};

/// One level deeper; tells whether that is still allowed.
class Nesting {
 public:
  explicit Nesting(Reader& reader) : reader_(reader) { ++reader_.depth_; }
  ~Nesting() { --reader_.depth_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

  [[nodiscard]] bool too_deep() const { return reader_.depth_ > reader_.builder_.limits().deepest; }

 private:
  Reader& reader_;
};

/// Sets for its lifetime what newlines mean.
class NewlineScope {
 public:
  NewlineScope(Newlines& current, Newlines within) : current_(current), before_(current) { current = within; }
  ~NewlineScope() { current_ = before_; }
  NewlineScope(const NewlineScope&) = delete;
  NewlineScope& operator=(const NewlineScope&) = delete;

 private:
  Newlines& current_;
  Newlines before_;
};

/// Is there a newline between two tokens, that is, outside of block comments?
[[nodiscard]] bool has_line_break(std::string_view between);

[[nodiscard]] std::string too_deep_message(const ParseLimits& limits);

void refuse_duplicates(TreeBuilder& builder, std::span<const Attribute> attributes);

/// Stores the statements read so far as a body.
[[nodiscard]] Body finish_body(TreeBuilder& builder, const OpenBody& open, Span span);

}  // namespace smtplint::hcl
