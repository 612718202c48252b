#pragma once

#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/parse_limits.h"
#include "syntax/syntax_error.h"

/// The typed tree of Bicep: a function of the bytes alone. All spans are offsets in the text that was parsed;
/// names are views into it, so the text must outlive the tree.
namespace smtplint::bicep {

enum class ExprKind {
  error,  ///< does not parse
  null,
  boolean,
  number,       ///< `name` is the text as written
  string,       ///< `parts`
  array,        ///< `children`
  object,       ///< `items`, and `resources` nested in it
  variable,     ///< a name
  access,       ///< `children[0].name`, `.?` where `safe`
  nested,       ///< `children[0]::name`
  index,        ///< `children[0][children[1]]`, `[?` where `safe`, `[^` where `from_end`
  call,         ///< `name(children...)`
  method,       ///< `children[0].name(children[1]...)`
  unary,        ///< `op children[0]`
  binary,       ///< `children[0] op children[1]`
  conditional,  ///< `children[0] ? children[1] : children[2]`
  lambda,       ///< `(names...) => children[0]`
  loop,         ///< `[for names[0] in children[0]: children[1]]`; `names[1]` is the index
  condition,    ///< `if children[0] children[1]`
  parentheses,  ///< `(children[0])`
  non_null,     ///< `children[0]!`
  spread,       ///< `...children[0]`
};

enum class Operator {
  none,
  coalesce,
  logical_or,
  logical_and,
  logical_not,
  equal,
  not_equal,
  equal_ignoring_case,
  not_equal_ignoring_case,
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
  plus,
};

struct Expr;
struct Statement;

enum class PartKind {
  verbatim,       ///< byte for byte as at `span`
  escape,         ///< `span` stands for `decoded`
  interpolation,  ///< `expr`
};

struct StringPart {
  PartKind kind = PartKind::verbatim;
  Span span;
  std::string_view decoded;
  const Expr* expr = nullptr;
};

struct ObjectItem {
  const Expr* key = nullptr;  ///< a string; nullptr for a spread, which is the value
  const Expr* value = nullptr;
};

struct Expr {
  ExprKind kind = ExprKind::error;
  Span span;
  std::string_view name;
  Span name_span;
  Operator op = Operator::none;
  bool boolean = false;
  bool safe = false;
  bool from_end = false;
  bool multi_line = false;  ///< of a string
  std::span<const Expr* const> children;
  std::span<const ObjectItem> items;
  std::span<const Statement> resources;
  std::span<const StringPart> parts;
  std::span<const std::string_view> names;
};

enum class StatementKind {
  target_scope,
  using_,  ///< `text` is the template; nullptr for `none`
  extends,
  extension,
  extension_config,
  import,  ///< `imports` from `text`
  metadata,
  parameter,
  type,
  variable,
  resource,  ///< `text` is its type, `value` its body
  module,    ///< `text` is its source, `value` its body
  test,
  assert,
  output,
  function,  ///< `value` is a lambda
};

/// `name as alias`; `*` for all of a file.
struct ImportedName {
  std::string_view name;
  std::string_view alias;  ///< the name itself where there is none
};

struct Statement {
  StatementKind kind = StatementKind::variable;
  Span span;
  Span header;  ///< from the keyword up to the name, or the type of a resource
  std::string_view name;
  Span name_span;
  std::span<const Expr* const> decorators;
  const Expr* text = nullptr;
  const Expr* value = nullptr;  ///< nullptr where there is none
  bool existing = false;
  bool nullable = false;  ///< of a parameter: its type ends with `?`
  const Expr* literals =
      nullptr;                 ///< of a parameter or type that is one of several literals: an array of them
  std::string_view type_name;  ///< of a parameter or type that is just another type
  std::span<const ImportedName> imports;
};

using syntax::ParseLimits;
using syntax::SyntaxError;

/// Immutable; owns everything but the text.
class Tree {
 public:
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] std::span<const Statement> statements() const { return statements_; }
  [[nodiscard]] std::span<const SyntaxError> errors() const { return errors_; }
  [[nodiscard]] std::span<const Span> comments() const { return comments_; }

 private:
  friend class TreeBuilder;

  std::pmr::monotonic_buffer_resource arena_;
  std::vector<Statement> statements_;
  std::vector<SyntaxError> errors_;
  std::vector<Span> comments_;
};

/// A template or a parameter file. Where it has errors, it is parsed again statement by statement, so that
/// what is right in it still counts.
[[nodiscard]] std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits = {});

/// The text of a string without interpolations; nothing for any other expression.
[[nodiscard]] std::optional<std::string> plain_text(std::string_view source, const Expr& expression);

}  // namespace smtplint::bicep
