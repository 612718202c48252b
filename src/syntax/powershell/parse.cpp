#include <powershell_symbols.h>

#include <algorithm>
#include <vector>

#include "base/letter_case.h"
#include "syntax/arena.h"
#include "syntax/concrete.h"
#include "syntax/cursor.h"
#include "syntax/powershell/comma_lists.h"
#include "syntax/powershell/resource_tables.h"
#include "syntax/powershell/tree.h"
#include "syntax/powershell/word_reader.h"

extern "C" const TSLanguage* tree_sitter_powershell(void);

namespace smtplint::powershell {
namespace {

using Statements = std::vector<const Statement*>;

/// Expressions are nested in each other for each rank of operators, with one child where there is no
/// operator.
constexpr std::uint32_t ranks = 12;

}  // namespace

/// Makes the typed tree out of a concrete one, errors and all.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits)
      : text_(text),
        turned_(with_tables_for_resources(with_blanks_before_commas(text))),
        limits_(limits),
        words_(text, limits.deepest * ranks, tree_->arena_) {}

  std::shared_ptr<const Tree> build() {
    Statements children;
    Statement root;
    if (text_.size() > syntax::largest_text) {
      tree_->cut_off_ = true;
    } else {
      read_all(root, children);
    }
    root.span = {0, static_cast<std::uint32_t>(text_.size())};
    tree_->root_ = keep(root, children);
    tree_->cut_off_ = tree_->cut_off_ || words_.cut_off();
    return tree_;
  }

 private:
  void read_all(Statement& root, Statements& children) {
    syntax::ParseRequest request;
    request.text = turned_;
    request.callbacks = syntax::callback_budget(text_.size(), limits_.progress_per_kilobyte);
    const syntax::ConcreteTree tree = syntax::ConcreteParser(tree_sitter_powershell()).parse(request);
    tree_->cut_off_ = !tree;
    if (!tree) return;
    syntax::Cursor cursor(tree);
    root.parameters = parameters(cursor, 0);
    children_of(cursor, children, 0);
  }

  static Statement begun(StatementKind kind, const syntax::Cursor& cursor) {
    Statement made;
    made.kind = kind;
    made.span = cursor.span();
    return made;
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
        return found.push_back(cases(cursor, depth));
      case symbol::sym_function_statement:
        return found.push_back(function(cursor, depth));
      case symbol::sym_invokation_expression:
        found.push_back(call(cursor, depth));
        return children_of(cursor, found, depth);
      case symbol::sym_foreach_statement:
        return found.push_back(loop_each(cursor, depth));
      default:
        return children_of(cursor, found, depth);
    }
  }

  const Statement* block(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made = begun(StatementKind::sequence, cursor);
    Statements children;
    children_of(cursor, children, depth);
    return keep(made, children);
  }

  const Statement* cases(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made = begun(StatementKind::cases, cursor);
    Statements before, blocks;
    read_cases(cursor, made, before, blocks, depth);
    Statement condition;
    condition.span = made.span;
    blocks.insert(blocks.begin(), keep(condition, before));
    return keep(made, blocks);
  }

  void read_cases(syntax::Cursor& cursor, Statement& made, Statements& before, Statements& blocks,
                  std::uint32_t depth) {
    if (too_deep(depth) || !cursor.first_child()) return;
    do {
      note_error(cursor);
      switch (cursor.symbol()) {
        case symbol::sym_statement_block:
          blocks.push_back(block(cursor, depth + 1));
          break;
        case symbol::sym_else_clause:
          made.has_otherwise = true;
          [[fallthrough]];
        case symbol::sym_elseif_clauses:
        case symbol::sym_elseif_clause:
        case symbol::sym_switch_body:
        case symbol::sym_switch_clauses:
        case symbol::sym_switch_clause:
        case symbol::sym_catch_clause:
          read_cases(cursor, made, before, blocks, depth + 1);
          break;
        default:
          add(cursor, before, depth + 1);
      }
    } while (cursor.next());
    cursor.parent();
  }

  const Statement* function(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made = begun(StatementKind::function, cursor);
    made.parameters = parameters(cursor, depth);
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

  const Statement* loop_each(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made = begun(StatementKind::loop_each, cursor);
    Word over;
    Statements children;
    if (!too_deep(depth) && cursor.first_child()) {
      do {
        if (cursor.symbol() == symbol::sym_variable) made.name = without_sigil(slice(cursor.span()));
        if (cursor.symbol() == symbol::sym_pipeline) over = word(cursor, depth + 1);
        add(cursor, children, depth + 1);
      } while (cursor.next());
      cursor.parent();
    }
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(&over, 1));
    return keep(made, children);
  }

  /// `[Type]::new(...)`, `$object.Name(...)`.
  const Statement* call(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made = begun(StatementKind::call, cursor);
    std::vector<Word> words;
    if (!too_deep(depth) && cursor.first_child()) {
      do {
        const std::uint16_t kind = cursor.symbol();
        if (kind == symbol::sym_type_literal) words.push_back(type_name(cursor.span()));
        if (kind == symbol::sym_member_name) made.name = slice(cursor.span());
        if (kind != symbol::sym_argument_list) continue;
        const Word arguments = word(cursor, depth + 1);
        words.insert(words.end(), arguments.elements.begin(), arguments.elements.end());
      } while (cursor.next());
      cursor.parent();
    }
    if (!words.empty() && equal_ignoring_case(made.name, "new")) made.kind = StatementKind::object;
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(words));
    return keep(made, {});
  }

  /// Without its brackets.
  Word type_name(Span literal) {
    Word made;
    made.span = {literal.begin + 1, std::max(literal.begin + 1, literal.end - 1)};
    const Part part{PartKind::text, made.span, slice(made.span), {}};
    made.parts = syntax::keep(tree_->arena_, std::span<const Part>(&part, 1));
    return made;
  }

  /// Those of the block or script at the cursor, not of what is in it.
  std::span<const Parameter> parameters(syntax::Cursor& cursor, std::uint32_t depth) {
    std::vector<Parameter> found;
    read_parameters(cursor, found, depth);
    return syntax::keep(tree_->arena_, std::span<const Parameter>(found));
  }

  void read_parameters(syntax::Cursor& cursor, std::vector<Parameter>& found, std::uint32_t depth) {
    const std::uint16_t kind = cursor.symbol();
    if (kind == symbol::sym_script_parameter) return found.push_back(parameter(cursor, depth));
    if (kind == symbol::sym_statement_list || too_deep(depth) || !cursor.first_child()) return;
    do {
      read_parameters(cursor, found, depth + 1);
    } while (cursor.next());
    cursor.parent();
  }

  Parameter parameter(syntax::Cursor& cursor, std::uint32_t depth) {
    Parameter made;
    made.span = cursor.span();
    if (!cursor.first_child()) return made;
    do {
      if (cursor.symbol() == symbol::sym_variable) {
        made.name = without_sigil(slice(cursor.span()));
        made.span = cursor.span();
      }
      if (cursor.symbol() != symbol::sym_script_parameter_default || !cursor.first_child()) continue;
      while (!cursor.is_named() && cursor.next()) {
      }
      made.otherwise = word(cursor, depth + 1);
      made.has_otherwise = true;
      cursor.parent();
    } while (cursor.next());
    cursor.parent();
    return made;
  }

  /// Of a chain that is one command or one value, that alone.
  const Statement* pipeline(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made = begun(StatementKind::pipeline, cursor);
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
    Statement made = begun(StatementKind::value, cursor);
    const Word written = word(cursor, depth);
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(&written, 1));
    Statements children;
    children_of(cursor, children, depth);
    return keep(made, children);
  }

  const Statement* command(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made = begun(StatementKind::command, cursor);
    std::vector<Word> words;
    Statements children;
    read_elements(cursor, made, words, children, depth);
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(words));
    made.is_configuration = words.size() == 3 && equal_ignoring_case(slice(words[0].span), "configuration");
    if (made.is_configuration) {
      made.kind = StatementKind::function;
      made.name = slice(words[1].span);
      made.parameters = parameters(cursor, depth);
    }
    return keep(made, children);
  }

  /// Blocks among the arguments (`Invoke-Command { ... }`) are read for what they do.
  void read_elements(syntax::Cursor& cursor, Statement& made, std::vector<Word>& words, Statements& children,
                     std::uint32_t depth) {
    if (too_deep(depth) || !cursor.first_child()) return;
    do {
      const std::uint16_t kind = cursor.symbol();
      note_error(cursor);
      if (kind == symbol::sym_command_elements) {
        read_elements(cursor, made, words, children, depth + 1);
      } else if (cursor.is_named() && kind != symbol::sym_command_argument_sep &&
                 kind != symbol::sym_command_invokation_operator && kind != symbol::sym_redirection) {
        if (is_table_of_resource(cursor.span())) {
          made.entries = kept_table(cursor, depth + 1);
        } else {
          words.push_back(word(cursor, depth + 1));
        }
        children_of(cursor, children, depth + 1);
      }
    } while (cursor.next());
    cursor.parent();
  }

  [[nodiscard]] bool is_table_of_resource(Span span) const {
    return span.length() > 0 && turned_[span.begin] == '@' && text_[span.begin] != '@';
  }

  std::span<const TableEntry> kept_table(syntax::Cursor& cursor, std::uint32_t depth) {
    const std::vector<TableEntry> entries = words_.table(cursor, depth);
    return syntax::keep(tree_->arena_, std::span<const TableEntry>(entries));
  }

  const Statement* assignment(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made = begun(StatementKind::assignment, cursor);
    Word written;
    Statements children;
    if (!too_deep(depth) && cursor.first_child()) {
      do {
        if (cursor.symbol() == symbol::sym_left_assignment_expression) {
          read_target(cursor, made, depth + 1);
        } else if (cursor.is_named() && cursor.symbol() != symbol::sym_assignement_operator &&
                   cursor.symbol() != symbol::sym_comment) {
          written = word(cursor, depth + 1);
          made.entries = kept_table(cursor, depth + 1);
          children_of(cursor, children, depth + 1);
        }
      } while (cursor.next());
      cursor.parent();
    }
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(&written, 1));
    return keep(made, children);
  }

  /// The last name of `$a.b.c`, or the variable.
  void read_target(syntax::Cursor& cursor, Statement& made, std::uint32_t depth) {
    if (too_deep(depth)) return;
    if (cursor.symbol() == symbol::sym_variable && !made.is_member)
      made.name = without_sigil(slice(cursor.span()));
    if (cursor.symbol() == symbol::sym_verbatim_string_characters ||
        cursor.symbol() == symbol::sym_expandable_string_literal) {
      const std::string_view quoted = slice(cursor.span());
      if (!made.is_member && quoted.size() > 1) made.index = quoted.substr(1, quoted.size() - 2);
      return;
    }
    if (cursor.symbol() == symbol::sym_member_name) {
      made.object = made.is_member ? std::string_view() : made.name;
      made.name = slice(cursor.span());
      made.is_member = true;
    }
    if (!cursor.first_child()) return;
    do {
      read_target(cursor, made, depth + 1);
    } while (cursor.next());
    cursor.parent();
  }

  Word word(syntax::Cursor& cursor, std::uint32_t depth) { return words_.word(cursor, depth); }

  std::string_view text_;
  std::string turned_;
  ParseLimits limits_;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
  WordReader words_;
};

std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits) {
  return TreeBuilder(text, limits).build();
}

}  // namespace smtplint::powershell
