#include <bash_symbols.h>

#include <algorithm>
#include <vector>

#include "syntax/arena.h"
#include "syntax/bash/command_reader.h"
#include "syntax/bash/tree.h"
#include "syntax/concrete.h"
#include "syntax/cursor.h"
#include "syntax/script_comments.h"

extern "C" const TSLanguage* tree_sitter_bash(void);

namespace smtplint::bash {
namespace {

using Statements = std::vector<const Statement*>;

}  // namespace

/// Makes the typed tree out of a concrete one, errors and all.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits)
      : text_(text), limits_(limits), commands_(text, tree_->arena_, tree_->errors_) {}

  std::shared_ptr<const Tree> build() {
    Statement root;
    Statements children;
    constexpr std::uint32_t brackets_per_level = 10;
    if (text_.size() > syntax::largest_text ||
        syntax::deepest_bracket(text_) > limits_.deepest * brackets_per_level) {
      // Deep nesting without end would cost the runtime more than this tree.
      tree_->cut_off_ = true;
    } else {
      read_all(children);
    }
    root.span = {0, static_cast<std::uint32_t>(text_.size())};
    tree_->root_ = keep(root, children);
    return tree_;
  }

 private:
  void read_all(Statements& children) {
    syntax::ParseRequest request;
    request.text = text_;
    request.callbacks = syntax::callback_budget(text_.size(), limits_.progress_per_kilobyte);
    const syntax::ConcreteTree tree = syntax::ConcreteParser(tree_sitter_bash()).parse(request);
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

  /// The statements among the children of the cursor's node.
  void children_of(syntax::Cursor& cursor, Statements& found, std::uint32_t depth) {
    if (depth > limits_.deepest) {
      tree_->cut_off_ = true;
      return;
    }
    if (!cursor.first_child()) return;
    do {
      if (cursor.is_error()) {
        commands_.note_error(cursor);
        children_of(cursor, found, depth + 1);
      } else if (const Statement* one = statement(cursor, depth + 1)) {
        found.push_back(one);
      }
    } while (cursor.next());
    cursor.parent();
  }

  const Statement* block(syntax::Cursor& cursor, StatementKind kind, std::uint32_t depth) {
    Statement made;
    made.kind = kind;
    made.span = cursor.span();
    Statements children;
    children_of(cursor, children, depth);
    return keep(made, children);
  }

  const Statement* statement(syntax::Cursor& cursor, std::uint32_t depth) {
    switch (cursor.symbol()) {
      case symbol::sym_command:
      case symbol::sym_variable_assignment:
      case symbol::sym_variable_assignments:
      case symbol::sym_declaration_command:
      case symbol::sym_test_command:
        return command(cursor);
      case symbol::sym_redirected_statement:
        return redirected(cursor, depth);
      case symbol::sym_pipeline:
        return block(cursor, StatementKind::pipeline, depth);
      case symbol::sym_list:
        return list(cursor, depth);
      case symbol::sym_compound_statement:
      case symbol::sym_subshell:
      case symbol::sym_do_group:
      case symbol::sym_negated_command:
        return block(cursor, StatementKind::sequence, depth);
      case symbol::sym_if_statement:
        return choice(cursor, depth);
      case symbol::sym_for_statement:
      case symbol::sym_c_style_for_statement:
        return loop_each(cursor, depth);
      case symbol::sym_while_statement:
        return loop_while(cursor, depth);
      case symbol::sym_case_statement:
        return block(cursor, StatementKind::cases, depth);
      case symbol::sym_case_item:
      case symbol::sym_last_case_item:
        return block(cursor, StatementKind::sequence, depth);
      case symbol::sym_function_definition:
        return function(cursor, depth);
      default:
        return nullptr;
    }
  }

  const Statement* command(syntax::Cursor& cursor) {
    Statement made;
    made.kind = StatementKind::command;
    made.span = cursor.span();
    Command parts;
    commands_.read(cursor, parts);
    return finish(made, parts);
  }

  const Statement* finish(Statement made, const Command& parts) {
    made.assignments = syntax::keep(tree_->arena_, std::span<const Assignment>(parts.assignments));
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(parts.words));
    made.redirects = syntax::keep(tree_->arena_, std::span<const Redirect>(parts.redirects));
    return keep(made, {});
  }

  /// What stands behind `<<END` on its line belongs to the command or goes on from it.
  struct Heredoc {
    std::vector<Redirect> redirects;
    std::vector<Word> words;
    const Statement* next = nullptr;
    StatementKind joint = StatementKind::pipeline;
  };

  void heredoc(syntax::Cursor& cursor, Heredoc& found, std::uint32_t depth) {
    bool literal = false, without_tabs = false;
    if (!cursor.first_child()) return;
    do {
      switch (cursor.symbol()) {
        case symbol::anon_sym_LT_LT_DASH:
          without_tabs = true;
          break;
        case symbol::sym_heredoc_start:
          literal = slice(cursor.span()).find_first_of("'\"\\") != std::string_view::npos;
          break;
        case symbol::sym_heredoc_body:
          found.redirects.push_back(
              {Redirect::Kind::input, commands_.words().heredoc(cursor, literal, without_tabs)});
          break;
        case symbol::sym_file_redirect:
          found.redirects.push_back(commands_.redirect(cursor));
          break;
        case symbol::anon_sym_AMP_AMP:
          found.joint = StatementKind::and_then;
          break;
        case symbol::anon_sym_PIPE_PIPE:
          found.joint = StatementKind::or_else;
          break;
        default:
          if (is_word(cursor.symbol())) {
            found.words.push_back(commands_.words().word(cursor));
          } else if (const Statement* next = statement(cursor, depth)) {
            found.next = next;
          }
          break;
      }
    } while (cursor.next());
    cursor.parent();
  }

  const Statement* redirected(syntax::Cursor& cursor, std::uint32_t depth) {
    const Span span = cursor.span();
    const Statement* inner = nullptr;
    Heredoc found;
    if (depth > limits_.deepest || !cursor.first_child()) return nullptr;
    do {
      const std::uint16_t kind = cursor.symbol();
      if (kind == symbol::sym_heredoc_redirect) {
        heredoc(cursor, found, depth + 1);
      } else if (kind == symbol::sym_file_redirect || kind == symbol::sym_herestring_redirect) {
        found.redirects.push_back(commands_.redirect(cursor));
      } else if (const Statement* one = statement(cursor, depth + 1)) {
        inner = one;
      }
    } while (cursor.next());
    cursor.parent();
    const Statement* first = with_redirects(inner, span, found);
    if (found.next == nullptr) return first;
    Statement joined;
    joined.kind = found.joint;
    joined.span = span;
    return keep(joined, {first, found.next});
  }

  /// The redirects of a pipeline are those of its last command.
  const Statement* with_redirects(const Statement* inner, Span span, const Heredoc& found) {
    Statement made;
    made.kind = StatementKind::command;
    made.span = span;
    if (inner != nullptr) made = *inner;
    const bool pipeline = made.kind == StatementKind::pipeline && !made.children.empty();
    if (pipeline || made.kind == StatementKind::and_then || made.kind == StatementKind::or_else) {
      Statements children(made.children.begin(), made.children.end());
      children.back() = with_redirects(children.back(), span, found);
      return keep(made, children);
    }
    Command parts{{made.assignments.begin(), made.assignments.end()},
                  {made.words.begin(), made.words.end()},
                  {made.redirects.begin(), made.redirects.end()}};
    parts.words.insert(parts.words.end(), found.words.begin(), found.words.end());
    parts.redirects.insert(parts.redirects.end(), found.redirects.begin(), found.redirects.end());
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(parts.words));
    made.redirects = syntax::keep(tree_->arena_, std::span<const Redirect>(parts.redirects));
    return keep(made, {made.children.begin(), made.children.end()});
  }

  const Statement* list(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::sequence;
    made.span = cursor.span();
    Statements children;
    children_of(cursor, children, depth);
    if (children.size() != 2 || !cursor.first_child()) return keep(made, children);
    do {
      if (cursor.symbol() == symbol::anon_sym_AMP_AMP) made.kind = StatementKind::and_then;
      if (cursor.symbol() == symbol::anon_sym_PIPE_PIPE) made.kind = StatementKind::or_else;
    } while (cursor.next());
    cursor.parent();
    return keep(made, children);
  }

  /// `if` and `elif` alike: up to `then` the condition, then what it decides.
  const Statement* choice(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::choice;
    made.span = cursor.span();
    Statements condition, body, otherwise;
    if (depth > limits_.deepest || !cursor.first_child()) return nullptr;
    bool decided = false;
    do {
      const std::uint16_t kind = cursor.symbol();
      if (kind == symbol::anon_sym_then) decided = true;
      if (kind == symbol::sym_elif_clause) {
        if (const Statement* next = choice(cursor, depth + 1)) otherwise.push_back(next);
      } else if (kind == symbol::sym_else_clause) {
        add_else(otherwise, block(cursor, StatementKind::sequence, depth + 1));
      } else if (cursor.is_error()) {
        commands_.note_error(cursor);
      } else if (const Statement* one = statement(cursor, depth + 1)) {
        (decided ? body : condition).push_back(one);
      }
    } while (cursor.next());
    cursor.parent();
    Statements parts{sequence(condition), sequence(body)};
    if (!otherwise.empty()) parts.push_back(sequence(otherwise));
    return keep(made, parts);
  }

  /// `elif` clauses and `else` stand beside each other: each belongs to the one before it.
  void add_else(Statements& otherwise, const Statement* last) {
    if (otherwise.empty() || otherwise.back()->kind != StatementKind::choice)
      return otherwise.push_back(last);
    Statement inner = *otherwise.back();
    Statements parts(inner.children.begin(), inner.children.end());
    parts.push_back(last);
    otherwise.back() = keep(inner, parts);
  }

  const Statement* sequence(const Statements& statements) {
    if (statements.size() == 1) return statements.front();
    Statement made;
    if (!statements.empty()) made.span = {statements.front()->span.begin, statements.back()->span.end};
    return keep(made, statements);
  }

  const Statement* loop_each(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::loop_each;
    made.span = cursor.span();
    std::vector<Word> items;
    Statements body;
    if (depth > limits_.deepest || !cursor.first_child()) return nullptr;
    do {
      if (cursor.symbol() == symbol::sym_variable_name) {
        made.name = slice(cursor.span());
      } else if (is_word(cursor.symbol())) {
        items.push_back(commands_.words().word(cursor));
      } else if (const Statement* one = statement(cursor, depth + 1)) {
        body.push_back(one);
      }
    } while (cursor.next());
    cursor.parent();
    made.words = syntax::keep(tree_->arena_, std::span<const Word>(items));
    return keep(made, {sequence(body)});
  }

  const Statement* loop_while(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::loop_while;
    made.span = cursor.span();
    Statements condition, body;
    if (depth > limits_.deepest || !cursor.first_child()) return nullptr;
    do {
      const bool is_body = cursor.symbol() == symbol::sym_do_group;
      if (const Statement* one = statement(cursor, depth + 1)) (is_body ? body : condition).push_back(one);
    } while (cursor.next());
    cursor.parent();
    return keep(made, {sequence(condition), sequence(body)});
  }

  const Statement* function(syntax::Cursor& cursor, std::uint32_t depth) {
    Statement made;
    made.kind = StatementKind::function;
    made.span = cursor.span();
    Statements body;
    if (depth > limits_.deepest || !cursor.first_child()) return nullptr;
    do {
      if (cursor.symbol() == symbol::sym_word && made.name.empty()) {
        made.name = slice(cursor.span());
      } else if (const Statement* one = statement(cursor, depth + 1)) {
        body.push_back(one);
      }
    } while (cursor.next());
    cursor.parent();
    return keep(made, {sequence(body)});
  }

  std::string_view text_;
  ParseLimits limits_;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
  CommandReader commands_;
};

std::shared_ptr<const Tree> parse(std::string_view text, const ParseLimits& limits) {
  return TreeBuilder(text, limits).build();
}

}  // namespace smtplint::bash
