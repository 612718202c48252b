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

/// The typed tree of a PowerShell script, as far as a set-up needs it: commands with their arguments, what
/// variables and members are set to, and what runs under which condition. Spans are offsets in the text that
/// was parsed; texts are views into it or into the tree, so that both must outlive what is read from them.
namespace smtplint::powershell {

enum class PartKind {
  text,      ///< stands for itself; escapes and quotes are not part of it
  variable,  ///< `$name`
  computed,  ///< what only running it would tell
};

struct Part {
  PartKind kind = PartKind::text;
  Span span;
  std::string_view text;       ///< of a text
  std::string_view name = {};  ///< of a variable
};

struct TableEntry;

/// An argument or a value, with all quotes gone.
struct Word {
  Span span;
  std::span<const Part> parts;
  std::span<const Word> elements;       ///< of a list
  std::span<const TableEntry> entries;  ///< of a table: `@{ key = value }`
  bool is_list = false;                 ///< `"a", "b"`, `@("a")`
  bool splatted = false;                ///< `@name`: the entries of a table as parameters
};

/// `key = value` of a table.
struct TableEntry {
  std::string_view key;
  Span key_span;
  Word value;
};

/// What a function or a script is given.
struct Parameter {
  std::string_view name;
  Span span;
  Word otherwise;  ///< where it is not given
  bool has_otherwise = false;
};

enum class StatementKind {
  command,     ///< `words`; a resource of a configuration has `entries` too
  value,       ///< `words[0]` is put out
  object,      ///< one of the type `words[0]` is made of the other words
  call,        ///< the method `name` of an object is called with `words`
  assignment,  ///< the variable or member `name` becomes `words[0]` or the table of `entries`
  sequence,    ///< all of `children`
  pipeline,    ///< what each of `children` puts out is the input of the next
  cases,       ///< behind `children[0]`, the first of the others that fits, which only running decides
  loop_each,   ///< `children` for each of `words[0]`, which the variable `name` holds
  function,    ///< `name` stands for `children`, which `parameters` are given to; a configuration is one too
};

struct Statement {
  StatementKind kind = StatementKind::sequence;
  Span span;
  std::string_view name;
  bool is_member = false;
  std::string_view object = {};  ///< of a member: the variable that it is a member of, where there is one
  std::string_view index = {};   ///< of an element of the variable `name`
  std::span<const Word> words;
  std::span<const TableEntry> entries;
  std::span<const Parameter> parameters;  ///< of a function, and of the whole script
  std::span<const Statement* const> children;
  bool has_otherwise = false;     ///< of cases: the last one fits where no other does
  bool is_configuration = false;  ///< a function that says what a machine is to be like
};

using syntax::ParseLimits;
using syntax::SyntaxError;

class Tree {
 public:
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] const Statement& root() const { return *root_; }
  /// The first part that does not parse; commands around it are in the tree.
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

}  // namespace smtplint::powershell
