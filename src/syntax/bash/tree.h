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

/// The typed tree of a shell script. Spans are offsets in the text that was parsed; names and texts are views
/// into it or into the tree, so that both must outlive what is read from them.
namespace smtplint::bash {

enum class PartKind {
  text,      ///< stands for itself; escapes and quotes are not part of it
  variable,  ///< `$name`, `${name}`, `${name:-otherwise}`
  computed,  ///< what only running it would tell: `$(command)`, `$((1 + 2))`, `${name#pattern}`
};

/// A run of a word. Where an escape ends a run, the next one begins behind it.
struct Part {
  PartKind kind = PartKind::text;
  Span span;
  std::string_view text;            ///< of a text
  std::string_view name = {};       ///< of a variable
  std::span<const Part> otherwise;  ///< of a variable: what counts where it is not set
  bool all = false;                 ///< `${name[@]}`: each element of an array is a word
};

/// One argument, with all quotes gone.
struct Word {
  Span span;
  std::span<const Part> parts;
};

struct Assignment {
  std::string_view name;
  Word value;
  bool is_array = false;
  std::span<const Word> elements;  ///< of an array
  bool whole = true;               ///< false for `name+=` and elements of arrays
};

struct Redirect {
  enum class Kind {
    write,   ///< `> file`
    append,  ///< `>> file`
    input,   ///< `<< END`, `<<< text`: `word` is the text itself
    other,   ///< `< file`, `2> file`, `>&2`
  };
  Kind kind = Kind::other;
  Word word;
};

enum class StatementKind {
  command,     ///< `assignments words redirects`
  sequence,    ///< all of `children`
  pipeline,    ///< what each of `children` prints is the input of the next
  and_then,    ///< `children[0] && children[1]`
  or_else,     ///< `children[0] || children[1]`
  choice,      ///< if `children[0]` succeeds `children[1]`, else `children[2]`, which may be missing
  loop_each,   ///< `children[0]` for each of `words` as `name`
  loop_while,  ///< `children[1]` as long as `children[0]` says so
  cases,       ///< one of `children`
  function,    ///< `name` stands for `children[0]`
};

struct Statement {
  StatementKind kind = StatementKind::sequence;
  Span span;
  std::string_view name;
  std::span<const Assignment> assignments;
  std::span<const Word> words;
  std::span<const Redirect> redirects;
  std::span<const Statement* const> children;
};

using syntax::ParseLimits;
using syntax::SyntaxError;

class Tree {
 public:
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] const Statement& root() const { return *root_; }
  /// The first part that does not parse; what stands around it is in the tree.
  [[nodiscard]] const std::vector<SyntaxError>& errors() const { return errors_; }
  /// Nested too deep, or too much work; what was not read is missing from the tree.
  [[nodiscard]] bool cut_off() const { return cut_off_; }

 private:
  friend class TreeBuilder;

  std::pmr::monotonic_buffer_resource arena_;
  const Statement* root_ = nullptr;
  std::vector<SyntaxError> errors_;
  bool cut_off_ = false;
};

[[nodiscard]] std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits = {});

}  // namespace smtplint::bash
