#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/parse_limits.h"
#include "syntax/syntax_error.h"

/// What programs in scripting languages write down: their assignments, in one shape for all languages. Loops,
/// functions' own variables and whatever else computes is left out. Spans are offsets in the text that was
/// parsed, which must outlive the tree.
namespace smtplint::program {

enum class Language { python, php, ruby };

enum class ExpressionKind {
  other,  ///< computed in a way that is not followed
  null,
  text,
  number,
  boolean,
  name,  ///< a variable or constant: `a.b`
  map,
  list,
  call,    ///< `text` is the function's name: `os.environ.get`
  index,   ///< `text` is the name of what is looked into: `os.environ`
  either,  ///< the first of the items that holds something: `a or b`
  choice,  ///< one of the items, by a condition: `a if c else b`
};

struct Pair;

struct Expression {
  ExpressionKind kind = ExpressionKind::other;
  Span span;              ///< of a text: without quotes
  std::string_view text;  ///< decoded; numbers and booleans as written; names joined by `.`
  std::span<const Expression* const>
      items;                    ///< of lists, `either` and `choice`; arguments; the key of an index
  std::span<const Pair> pairs;  ///< of maps; named arguments
};

struct Pair {
  std::string_view name;
  Span name_span;
  const Expression* value = nullptr;
};

/// A condition of the program, by number: the same within one `if` and its further arms.
struct Condition {
  std::uint32_t id = 0;
  bool taken = true;
};

struct Assignment {
  /// Names joined by `.`: `app.config.MAIL_PORT`. Empty for a call that stands alone and for what the file
  /// returns.
  std::string_view target;
  Span target_span;
  const Expression* value = nullptr;
  std::span<const Condition> conditions;  ///< under all of which it happens
};

using syntax::ParseLimits;
using syntax::SyntaxError;

class Tree {
 public:
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// In the order in which they happen.
  [[nodiscard]] std::span<const Assignment> assignments() const { return assignments_; }
  [[nodiscard]] const std::vector<SyntaxError>& errors() const { return errors_; }

 private:
  friend class TreeBuilder;

  std::pmr::monotonic_buffer_resource arena_;
  std::vector<Assignment> assignments_;
  std::vector<SyntaxError> errors_;
};

[[nodiscard]] std::shared_ptr<const Tree> parse(std::string_view text, Language language,
                                                const ParseLimits& limits);

}  // namespace smtplint::program
