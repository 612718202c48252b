#include <powershell_symbols.h>

#include <algorithm>
#include <vector>

#include "syntax/arena.h"
#include "syntax/concrete.h"
#include "syntax/cursor.h"
#include "syntax/powershell/comma_lists.h"
#include "syntax/powershell/tree.h"

extern "C" const TSLanguage* tree_sitter_powershell(void);

namespace smtplint::powershell {
namespace {

using Statements = std::vector<const Statement*>;

/// Expressions are nested in each other for each rank of operators, with one child where there is no
/// operator.
constexpr std::uint32_t ranks = 12;

/// Without the quotes, also where the parser had to invent one.
Span inside(Span span) {
  const std::uint32_t begin = std::min(span.begin + 1, span.end);
  return {begin, std::max(begin, span.end - std::min(span.length(), 1u))};
}

std::string_view without_sigil(std::string_view name) {
  name.remove_prefix(std::min<std::size_t>(1, name.size()));
  if (name.starts_with('{') && name.ends_with('}')) name = name.substr(1, name.size() - 2);
  return name;
}

}  // namespace

/// Makes the typed tree out of a concrete one, errors and all.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits)
      : text_(text), turned_(with_blanks_before_commas(text)), limits_(limits) {}

  std::shared_ptr<const Tree> build() {
    Statements children;
    if (text_.size() > syntax::largest_text) {
      tree_->cut_off_ = true;
    } else {
      read_all(children);
    }
    Statement root;
    root.span = {0, static_cast<std::uint32_t>(text_.size())};
    tree_->root_ = keep(root, children);
    return tree_;
  }

 private:
  void read_all(Statements& children) {
    syntax::ParseRequest request;
    request.text = turned_;
    request.callbacks = syntax::callback_budget(text_.size(), limits_.progress_per_kilobyte);
    const syntax::ConcreteTree tree = syntax::ConcreteParser(tree_sitter_powershell()).parse(request);
    tree_->cut_off_ = !tree;
    if (!tree) return;
    syntax::Cursor cursor(tree);
    children_of(cursor, children, 0);
  }

  const Statement* keep(Statement statement, const Statements& children) {
    statement.children = syntax::keep(tree_->arena_, std::span<const Statement* const>(children));
    return syntax::keep(tree_->arena_, std::span<const Statement>(&statement, 1)).data();
  }

  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.length()); }

  [[nodiscard]] bool too_deep(std::uint32_t depth) {
    tree_->cut_off_ = tree_->cut_off_ || depth > limits_.deepest * ranks;
    return depth > limits_.deepest * ranks;
  }

  void note_error(const syntax::Cursor& cursor) {
    if (!cursor.is_error() || !tree_->errors_.empty()) return;
    tree_->errors_.push_back({cursor.span(), "this part of the script does not parse"});
  }

  /// The statements below the cursor's node.
  void children_of(syntax::Cursor& cursor, Statements& found, std::uint32_t depth) {
    if (too_deep(depth) || !cursor.first_child()) return;
    do {
      note_error(cursor);
      add(cursor, found, depth + 1);
    } while (cursor.next());
    cursor.parent();
  }

  void add(syntax::Cursor& cursor, Statements& found, std::uint32_t depth) {
    switch (cursor.symbol()) {
      case symbol::sym_command:
        return found.push_back(command(cursor, depth));
      case symbol::sym_assignment_expression:
        return found.push_back(assignment(cursor, depth));
      case symbol::sym_pipeline_chain:
        return found.push_back(pipeline(cursor, depth));
      case symbol::sym_if_statement:
      case symbol::sym_switch_statement:
      case symbol::sym_while_statement:
      case symbol::sym_catch_clauses:
        return found.push_back(block(cursor, StatementKind::branches, depth));
      case symbol::sym_function_statement:
        return found.push_back(function(cursor, depth));
      default:
        return children_of(cursor, found, depth);
    }
  }

  const Statement* block(syntax::Cursor& cursor, StatementKind kind, std::uint32_t depth) {
    Statement made;
    made.kind = kind;
    made.span = cursor.span();
    Statements children;
    children_of(cursor, children, depth);
    return keep(made, children);
  }

  const Statement* function(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::function;
    made.span = cursor.span();
    Statements children;
    if (!too_deep(depth) && cursor.first_child()) {
      do {
        if (cursor.symbol() == symbol::sym_function_name) made.name = slice(cursor.span());
        add(cursor, children, depth + 1);
      } while (cursor.next());
      cursor.parent();
    }
    return keep(made, children);
  }

  /// Of a chain that is one command or one value, that alone.
  const Statement* pipeline(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::pipeline;
    made.span = cursor.span();
    Statements children;
    if (!too_deep(depth) && cursor.first_child()) {
      do {
        if (cursor.symbol() == symbol::sym_command) {
          children.push_back(command(cursor, depth + 1));
        } else if (cursor.is_named() && !cursor.is_error()) {
          children.push_back(value(cursor, depth + 1));
        }
        note_error(cursor);
      } while (cursor.next());
      cursor.parent();
    }
    return children.size() == 1 ? children.front() : keep(made, children);
  }

  const Statement* value(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::value;
    made.span = cursor.span();
    const Word written = word(cursor, depth);
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(&written, 1));
    Statements children;
    children_of(cursor, children, depth);
    return keep(made, children);
  }

  const Statement* command(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::command;
    made.span = cursor.span();
    std::vector<Word> words;
    Statements children;
    read_elements(cursor, words, children, depth);
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(words));
    return keep(made, children);
  }

  /// Blocks among the arguments (`Invoke-Command { ... }`) are read for what they do.
  void read_elements(syntax::Cursor& cursor, std::vector<Word>& words, Statements& children,
                     std::uint32_t depth) {
    if (too_deep(depth) || !cursor.first_child()) return;
    do {
      const std::uint16_t kind = cursor.symbol();
      note_error(cursor);
      if (kind == symbol::sym_command_elements) {
        read_elements(cursor, words, children, depth + 1);
      } else if (cursor.is_named() && kind != symbol::sym_command_argument_sep &&
                 kind != symbol::sym_command_invokation_operator && kind != symbol::sym_redirection) {
        words.push_back(word(cursor, depth + 1));
        children_of(cursor, children, depth + 1);
      }
    } while (cursor.next());
    cursor.parent();
  }

  const Statement* assignment(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::assignment;
    made.span = cursor.span();
    std::vector<TableEntry> entries;
    Word written;
    Statements children;
    if (!too_deep(depth) && cursor.first_child()) {
      do {
        if (cursor.symbol() == symbol::sym_left_assignment_expression) {
          read_target(cursor, made, depth + 1);
        } else if (cursor.is_named() && cursor.symbol() != symbol::sym_assignement_operator &&
                   cursor.symbol() != symbol::sym_comment) {
          written = word(cursor, depth + 1);
          read_table(cursor, entries, depth + 1);
          children_of(cursor, children, depth + 1);
        }
      } while (cursor.next());
      cursor.parent();
    }
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(&written, 1));
    made.entries = syntax::keep(tree_->arena_, std::span<const TableEntry>(entries));
    return keep(made, children);
  }

  /// The last name of `$a.b.c`, or the variable.
  void read_target(syntax::Cursor& cursor, Statement& made, std::uint32_t depth) {
    if (too_deep(depth)) return;
    if (cursor.symbol() == symbol::sym_variable && !made.is_member)
      made.name = without_sigil(slice(cursor.span()));
    if (cursor.symbol() == symbol::sym_member_name) {
      made.name = slice(cursor.span());
      made.is_member = true;
    }
    if (!cursor.first_child()) return;
    do {
      read_target(cursor, made, depth + 1);
    } while (cursor.next());
    cursor.parent();
  }

  /// The entries of a table that is the whole value.
  void read_table(syntax::Cursor& cursor, std::vector<TableEntry>& entries, std::uint32_t depth) {
    if (too_deep(depth)) return;
    if (cursor.symbol() == symbol::sym_hash_entry) return entries.push_back(entry(cursor, depth));
    const bool inside = cursor.symbol() == symbol::sym_hash_literal_expression ||
                        cursor.symbol() == symbol::sym_hash_literal_body;
    if ((!inside && cursor.child_count() != 1) || !cursor.first_child()) return;
    do {
      read_table(cursor, entries, depth + 1);
    } while (cursor.next());
    cursor.parent();
  }

  TableEntry entry(syntax::Cursor& cursor, std::uint32_t depth) {
    TableEntry made;
    if (!cursor.first_child()) return made;
    do {
      if (cursor.symbol() == symbol::sym_key_expression) {
        made.key = slice(cursor.span());
        if (made.key.size() > 1 && (made.key.front() == '"' || made.key.front() == '\'')) {
          made.key = made.key.substr(1, made.key.size() - 2);
        }
      } else if (cursor.symbol() == symbol::sym_pipeline) {
        made.value = word(cursor, depth + 1);
      }
    } while (cursor.next());
    cursor.parent();
    return made;
  }

  Word word(syntax::Cursor& cursor, std::uint32_t depth) {
    Word made;
    made.span = cursor.span();
    std::vector<Part> parts;
    read_parts(cursor, made, parts, depth);
    made.parts = syntax::keep(tree_->arena_, std::span<const Part>(parts));
    return made;
  }

  void add_computed(Span span, std::vector<Part>& parts) const {
    parts.push_back({PartKind::computed, span, {}, {}});
  }

  void read_parts(syntax::Cursor& cursor, Word& word, std::vector<Part>& parts, std::uint32_t depth) {
    const Span span = cursor.span();
    if (too_deep(depth)) return add_computed(span, parts);
    switch (cursor.symbol()) {
      case symbol::sym_variable:
        word.splatted = slice(span).starts_with('@');
        return parts.push_back({PartKind::variable, span, {}, without_sigil(slice(span))});
      case symbol::sym_command_name:
      case symbol::sym_command_parameter:
      case symbol::sym_generic_token:
      case symbol::sym_integer_literal:
      case symbol::sym_real_literal:
        return add_text(without_comma(span), false, parts);
      case symbol::sym_verbatim_string_characters:
        return add_text(inside(span), false, parts);
      case symbol::sym_expandable_string_literal:
        return read_between(cursor, inside(span), parts);
      case symbol::sym_verbatim_here_string_characters:
        return add_text(inside_here_text(span), false, parts);
      case symbol::sym_expandable_here_string_literal:
        return read_between(cursor, inside_here_text(span), parts);
      default:
        break;
    }
    // One way down is the value itself; more than one is computed of them.
    if (cursor.child_count() != 1 || !cursor.first_child()) return add_computed(span, parts);
    read_parts(cursor, word, parts, depth + 1);
    cursor.parent();
  }

  [[nodiscard]] Span without_comma(Span span) const {
    while (span.begin < span.end && (text_[span.begin] == ',' || text_[span.begin] == ' ')) ++span.begin;
    while (span.end > span.begin && text_[span.end - 1] == ',') --span.end;
    return span;
  }

  /// Between the line of `@"` and that of `"@`.
  [[nodiscard]] Span inside_here_text(Span span) const {
    const std::string_view whole = slice(span);
    const std::size_t begin = std::min(whole.find('\n'), whole.size() - 1) + 1;
    const std::size_t last = whole.rfind('\n');
    const std::size_t end = std::max(begin, last == std::string_view::npos ? whole.size() : last);
    return {span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)};
  }

  void read_between(syntax::Cursor& cursor, Span inside, std::vector<Part>& parts) {
    std::uint32_t at = inside.begin;
    if (cursor.first_child()) {
      do {
        const Span span = cursor.span();
        const bool expands =
            cursor.symbol() == symbol::sym_variable || cursor.symbol() == symbol::sym_sub_expression;
        if (!expands || span.begin < at || span.end > inside.end) continue;
        add_text({at, span.begin}, true, parts);
        if (cursor.symbol() == symbol::sym_variable) {
          parts.push_back({PartKind::variable, span, {}, without_sigil(slice(span))});
        } else {
          add_computed(span, parts);
        }
        at = span.end;
      } while (cursor.next());
      cursor.parent();
    }
    add_text({at, inside.end}, true, parts);
  }

  /// A backtick takes the next character as it is, but for the few that it turns into blanks.
  void add_text(Span span, bool escapes, std::vector<Part>& parts) {
    std::uint32_t begin = span.begin;
    const auto add = [&](std::uint32_t end) {
      if (end > begin) parts.push_back({PartKind::text, {begin, end}, slice({begin, end}), {}});
    };
    for (std::uint32_t at = span.begin; escapes && at + 1 < span.end; ++at) {
      if (text_[at] != '`') continue;
      add(at);
      const char next = text_[at + 1];
      if (next == 'n' || next == 't' || next == 'r') {
        const Span escape{at, at + 2};
        parts.push_back({PartKind::text, escape, next == 'n' ? "\n" : (next == 't' ? "\t" : "\r"), {}});
        begin = at + 2;
      } else {
        begin = at + 1;
      }
      ++at;
    }
    add(span.end);
  }

  std::string_view text_;
  std::string turned_;
  ParseLimits limits_;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
};

std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits) {
  return TreeBuilder(text, limits).build();
}

}  // namespace smtplint::powershell
