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

/// The typed tree of HCL native syntax: a function of the bytes alone. All spans are offsets in the text that
/// was parsed; names are views into it, so the text must outlive the tree.
namespace smtplint::hcl {

enum class ExprKind {
  error,  ///< does not parse
  null,
  boolean,
  number,       ///< `name` is the text as written
  string,       ///< a quoted template or heredoc: `parts`
  tuple,        ///< `children`
  object,       ///< `items`
  variable,     ///< a root name: `var`, `local`, `each`, `azurerm_subnet`
  attribute,    ///< `children[0].name`
  index,        ///< `children[0][children[1]]`; `a.0` too, with a number as child
  splat,        ///< `children[0][*]` or `.*`, with `children[1]` applied to each element, whose
                ///< innermost operand is `splat_item`
  splat_item,   ///< the element inside a splat's `children[1]`
  call,         ///< `name(children...)`; `expand_last` for `...`
  unary,        ///< `op children[0]`
  binary,       ///< `children[0] op children[1]`
  conditional,  ///< `children[0] ? children[1] : children[2]`
  for_tuple,    ///< `[for key, value in children[0] : children[1] if children[2]]`
  for_object,   ///< `{for key, value in children[0] : children[1] => children[2]... if children[3]}`
  parentheses,  ///< `(children[0])`
};

enum class Operator {
  none,
  logical_or,
  logical_and,
  logical_not,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  negate,
};

struct Expr;

enum class PartKind {
  verbatim,       ///< byte for byte as at `span`
  escape,         ///< `span` stands for `decoded`
  interpolation,  ///< `expr`
  conditional,    ///< `%{ if expr }body%{ else }otherwise%{ endif }`
  loop,           ///< `%{ for key, value in expr }body%{ endfor }`
};

/// One part of a template, after stripping: `~` markers and the indent of `<<-` are already applied.
struct TemplatePart {
  PartKind kind = PartKind::verbatim;
  Span span;
  std::string_view decoded;
  const Expr* expr = nullptr;
  std::string_view key_name;  ///< of a loop; empty where only the value is named
  std::string_view value_name;
  std::span<const TemplatePart> body;
  std::span<const TemplatePart> otherwise;
};

struct ObjectItem {
  const Expr* key = nullptr;  ///< a bare name is a `variable` expression with `bare_key`
  const Expr* value = nullptr;
  bool bare_key = false;  ///< the key is the name itself, not a reference
};

struct Expr {
  ExprKind kind = ExprKind::error;
  Span span;
  std::string_view name;  ///< variable, attribute, call; number as written
  Span name_span;
  Operator op = Operator::none;
  bool boolean = false;
  bool heredoc = false;
  bool expand_last = false;   ///< call: the last argument is expanded
  bool grouped = false;       ///< for_object: values of equal keys are collected (`...`)
  std::string_view key_name;  ///< for: first name, empty where only one is given
  std::string_view value_name;
  std::span<const Expr* const> children;  ///< optional ones may be nullptr
  std::span<const ObjectItem> items;
  std::span<const TemplatePart> parts;
};

struct Attribute {
  std::string_view name;
  Span name_span;
  const Expr* value = nullptr;
  Span span;
};

struct Label {
  std::string_view text;  ///< without quotes
  Span span;              ///< without quotes
};

struct Block;

struct Body {
  std::span<const Attribute> attributes;  ///< in the order of the source
  std::span<const Block> blocks;
  Span span;

  [[nodiscard]] const Attribute* attribute(std::string_view name) const;
};

struct Block {
  std::string_view type;
  Span type_span;
  std::span<const Label> labels;
  Body body;
  Span header;  ///< type and labels
  Span span;
};

using syntax::SyntaxError;

struct Comment {
  Span span;  ///< with its marker
};

using syntax::ParseLimits;

/// Immutable; owns everything but the text.
class Tree {
 public:
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] const Body& body() const { return body_; }
  [[nodiscard]] const Expr* expression() const { return expression_; }
  [[nodiscard]] std::span<const SyntaxError> errors() const { return errors_; }
  [[nodiscard]] std::span<const Comment> comments() const { return comments_; }

 private:
  friend class TreeBuilder;

  std::pmr::monotonic_buffer_resource arena_;
  Body body_;
  const Expr* expression_ = nullptr;
  std::vector<SyntaxError> errors_;
  std::vector<Comment> comments_;
};

/// A whole file (`.tf`, `.tfvars`).
[[nodiscard]] std::shared_ptr<const Tree> parse_file(std::string_view text, const ParseLimits& limits = {});
/// One expression (an index in `.tf.json`, a `--var` value): `Tree::expression`.
[[nodiscard]] std::shared_ptr<const Tree> parse_expression(std::string_view text,
                                                           const ParseLimits& limits = {});
/// A template without quotes (`templatefile`, strings of `.tf.json`): a `string` expression.
[[nodiscard]] std::shared_ptr<const Tree> parse_template(std::string_view text,
                                                         const ParseLimits& limits = {});

}  // namespace smtplint::hcl
