#include <algorithm>
#include <map>

#include "base/limit.h"
#include "frontend/script/power_shell_start.h"
#include "frontend/script/reading.h"
#include "frontend/script/shell_scope.h"
#include "frontend/script/shell_tools.h"
#include "syntax/bash/tree.h"

namespace smtplint::script {
namespace {

using bash::Redirect;
using bash::Statement;
using bash::StatementKind;

/// Functions that call each other.
constexpr unsigned deepest_call = 16;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// Goes through a script as running it would, without running anything: what only running it would tell is
/// unknown, and what hangs on it stands under a condition.
class ShellRun {
 public:
  ShellRun(Value text, const Given& given, Reading& reading)
      : text_(text), given_(given), reading_(reading), scope_(text, reading) {}

  void run() {
    const Limits& limits = reading_.session.limits;
    const auto tree = bash::parse(text_.text().chars, {limits.nesting, limits.parse_progress_per_kilobyte});
    for (const bash::SyntaxError& error : tree->errors()) {
      reading_.setup.gaps.push_back(
          {EventKind::syntax_error, place_in(reading_, text_, error.span), error.message});
    }
    if (tree->cut_off()) reading_.cut_off(place_of(reading_, text_), Limit::nesting);
    (void)scope_.enter(given_.words);
    if (given_.named.is_sequence()) scope_.give(given_.named.items());
    run(tree->root(), given_.input);
  }

  /// One command, whose name is the text.
  void run_words(const std::vector<Value>& words) {
    const std::vector<Value> command = without_runners(words);
    if (command.empty()) return;
    const auto length = text_.is(ValueType::string) ? text_.text().chars.size() : 0;
    tool(program_name(command[0]), command, {}, {0, static_cast<std::uint32_t>(length)});
  }

 private:
  /// Gives what the statement prints: absent where that is nothing, unknown where only running it would tell.
  Value run(const Statement& statement, Value input) {
    if (stopped_ || !reading_.spend(0, scope_.place(statement.span))) return {};
    switch (statement.kind) {
      case StatementKind::command:
        return redirected(statement, command(statement, input_of(statement, input)));
      case StatementKind::sequence:
        return redirected(statement, sequence(statement, input_of(statement, input)));
      case StatementKind::pipeline:
        return redirected(statement, pipeline(statement, input));
      case StatementKind::and_then:
        return and_then(statement, input);
      case StatementKind::or_else:
        return or_else(statement, input);
      case StatementKind::choice:
        return redirected(statement, choice(statement));
      case StatementKind::loop_each:
        return redirected(statement, loop_each(statement));
      case StatementKind::loop_while:
        // The second turn sees others than the first.
        if (moves_arguments(statement)) scope_.lose_arguments(statement.span);
        run(*statement.children[0], {});
        return redirected(statement, under_condition(*statement.children[1], true));
      case StatementKind::cases:
        return redirected(statement, cases(statement));
      case StatementKind::function:
        functions_[std::string(statement.name)] = statement.children[0];
        return {};
    }
    return {};
  }

  Value sequence(const Statement& statement, Value input) {
    Value output;
    for (const Statement* child : statement.children) output = scope_.joined(output, run(*child, input));
    return output;
  }

  Value pipeline(const Statement& statement, Value input) {
    for (const Statement* child : statement.children) input = run(*child, input);
    return input;
  }

  /// A test says whether to go on; other commands are expected to do what they are for.
  Value and_then(const Statement& statement, Value input) {
    if (statement.children.size() < 2) return sequence(statement, input);
    const Value output = run(*statement.children[0], input);
    if (!is_test(*statement.children[0])) return scope_.joined(output, run(*statement.children[1], {}));
    return scope_.joined(output, under_condition(*statement.children[1], true));
  }

  Value or_else(const Statement& statement, Value input) {
    if (statement.children.size() < 2) return sequence(statement, input);
    const Value output = run(*statement.children[0], input);
    return scope_.joined(output, under_condition(*statement.children[1], false));
  }

  [[nodiscard]] bool is_test(const Statement& statement) const {
    if (statement.kind == StatementKind::sequence) return scope_.slice(statement.span).starts_with('!');
    if (statement.kind == StatementKind::and_then || statement.kind == StatementKind::or_else) {
      return std::ranges::any_of(statement.children, [this](const Statement* one) { return is_test(*one); });
    }
    if (statement.kind != StatementKind::command || statement.words.empty()) return false;
    return is_one_of(
        scope_.slice(statement.words[0].span),
        {"[", "[[", "test", "command", "type", "which", "hash", "grep", "true", "false", "id", "getent"});
  }

  Value under_condition(const Statement& statement, bool taken) {
    return under({++reading_.session.branches, taken}, statement);
  }

  Value under(Choice choice, const Statement& statement) {
    reading_.branches.push_back(choice);
    Value output = run(statement, {});
    reading_.branches.pop_back();
    if (output.is_absent()) return output;
    return reading_.store().unknown(ReasonKind::runtime_only, "", scope_.place(statement.span));
  }

  Value choice(const Statement& statement) {
    run(*statement.children[0], {});
    const std::uint32_t condition = ++reading_.session.branches;
    Value output = under({condition, true}, *statement.children[1]);
    if (statement.children.size() > 2) {
      output = scope_.joined(output, under({condition, false}, *statement.children[2]));
    }
    return output;
  }

  /// Each case is taken only where none before it is.
  Value cases(const Statement& statement) {
    const std::size_t outer = reading_.branches.size();
    Value output;
    for (const Statement* item : statement.children) {
      const std::uint32_t condition = ++reading_.session.branches;
      output = scope_.joined(output, under({condition, true}, *item));
      reading_.branches.push_back({condition, false});
    }
    reading_.branches.resize(outer);
    return output;
  }

  Value loop_each(const Statement& statement) {
    Value output;
    const std::vector<Value> items = scope_.split(scope_.values(statement.words));
    if (items.empty())
      scope_.set(statement.name, scope_.unknown(statement.name, statement.span), statement.span);
    for (const Value item : items) {
      scope_.set(statement.name, item, statement.span);
      output = scope_.joined(output, run(*statement.children[0], {}));
    }
    if (items.empty()) output = run(*statement.children[0], {});
    return output;
  }

  [[nodiscard]] bool moves_arguments(const Statement& statement) const {
    if (statement.kind == StatementKind::command && !statement.words.empty())
      return scope_.slice(statement.words[0].span) == "shift";
    return statement.kind != StatementKind::function &&
           std::ranges::any_of(statement.children,
                               [this](const Statement* child) { return moves_arguments(*child); });
  }

  void shift(const std::vector<Value>& words, Span span) {
    const std::string_view count =
        words.size() > 1 && words[1].is(ValueType::string) ? words[1].text().chars : std::string_view("1");
    const bool one_digit = count.size() == 1 && count[0] >= '0' && count[0] <= '9';
    if (!one_digit || !reading_.branches.empty()) return scope_.lose_arguments(span);
    scope_.shift(static_cast<std::size_t>(count[0] - '0'));
  }

  Value input_of(const Statement& statement, Value input) {
    for (const Redirect& redirect : statement.redirects) {
      if (redirect.kind == Redirect::Kind::input) input = scope_.value(redirect.word);
    }
    return input;
  }

  /// Where the output goes to files, nothing is left of it.
  Value redirected(const Statement& statement, Value output) {
    bool to_file = false;
    for (const Redirect& redirect : statement.redirects) {
      const bool appends = redirect.kind == Redirect::Kind::append;
      if (!appends && redirect.kind != Redirect::Kind::write) continue;
      to_file = true;
      const Value path = scope_.value(redirect.word);
      if (is_device(path)) continue;

      Value text = output;
      if (text.is_absent()) text = scope_.empty(statement.span);
      add(FileWritten{path, text, appends ? FileWritten::How::appended : FileWritten::How::replaced},
          statement.span);
    }
    return to_file ? Value() : output;
  }

  static bool is_device(Value path) {
    return path.is(ValueType::string) && path.text().chars.starts_with("/dev/");
  }

  Value command(const Statement& statement, Value input) {
    // `A=1 command` sets the variable for that command alone.
    if (statement.words.empty()) {
      for (const bash::Assignment& assignment : statement.assignments) assign(assignment, statement.span);
      return {};
    }
    std::vector<Value> words = without_runners(scope_.values(statement.words));
    if (words.empty()) return {};
    const std::string name = program_name(words[0]);
    const auto function = functions_.find(name);
    if (function != functions_.end()) return call(*function->second, words, input);
    if (is_one_of(name, {"export", "declare", "local", "readonly", "typeset"})) return {};
    if (name == "shift") {
      shift(words, statement.span);
      return {};
    }
    if (is_one_of(name, {"exit", "return"}) && reading_.branches.empty() && calls_ == 0) {
      stopped_ = name == "exit";
      return {};
    }
    return tool(name, words, input, statement.span);
  }

  /// A script that is run by its path or given to a shell, and the words it is given; the text is absent
  /// where it is none that is known.
  struct ScriptCall {
    Value text;
    std::vector<Value> words;
  };
  [[nodiscard]] ScriptCall script_call(const std::string& name, const std::vector<Value>& words) const {
    const bool shell = is_one_of(name, {"bash", "sh", "dash", "zsh", "ksh", "source", "."});
    const auto first = shell ? words.begin() + 1 : words.begin();
    const auto file = std::find_if(first, words.end(), [](Value word) {
      return !word.is(ValueType::string) || !word.text().chars.starts_with('-');
    });
    if (file == words.end()) return {};
    return {reading_.script(*file), {file, words.end()}};
  }

  Value tool(const std::string& name, const std::vector<Value>& words, Value input, Span span) {
    if (ScriptCall script = script_call(name, words); script.text.is(ValueType::string)) {
      read_inner(script.text, Kind::commands, reading_, {input, std::move(script.words)});
      return scope_.unknown(name, span);
    }
    ToolCall call{words, input, scope_, span};
    if (name == "echo") return echo(call);
    if (name == "printf") return printf(call);
    if (name == "cat") {
      const Value file = words.size() == 2 ? reading_.written(words[1]) : Value();
      return file.is_absent() ? cat(call) : file;
    }
    if (name == "base64" && decodes_input(call)) {
      const Value plain = decoded(input, reading_);
      return plain.node() == input.node() ? scope_.unknown(name, span) : plain;
    }
    if (name == "tee") {
      for (FileWritten& file : tee(call)) {
        if (!is_device(file.path)) add(std::move(file), span);
      }
      return input;
    }
    if (is_one_of(name, {"cp", "mv", "install"})) {
      const std::optional<Copy> copy = copied(call);
      const Value text = copy ? reading_.script(copy->from) : Value();
      if (!text.is_absent()) {
        add(FileWritten{copy->to, text}, span);
        return {};
      }
    }
    if (name == "sed") {
      std::vector<FileWritten> files = sed_in_place(call, reading_);
      for (FileWritten& file : files) add(std::move(file), span);
      if (!files.empty()) return {};
    }
    if (is_one_of(name, {"bash", "sh", "dash", "zsh", "ksh", "su", "eval"})) {
      if (const Value inner = command_text(call); !inner.is_absent()) {
        read_inner(inner, Kind::shell, reading_, {input});
        return scope_.unknown(name, span);
      }
      if (name != "su" && name != "eval" && words.size() == 1) read_inner(input, Kind::shell, reading_);
    }
    if (starts_power_shell(name)) read_started_power_shell(words, reading_);
    add(CommandRun{words, input}, span);
    return scope_.unknown(name, span);
  }

  Value call(const Statement& body, const std::vector<Value>& words, Value input) {
    if (calls_ >= deepest_call) return {};
    ++calls_;
    const ShellScope::Arguments before = scope_.enter(words);
    const Value output = run(body, input);
    scope_.leave(before);
    --calls_;
    return output;
  }

  void assign(const bash::Assignment& assignment, Span span) {
    if (assignment.name.empty()) return;
    // Only scalars have alternatives.
    const bool known_array = assignment.is_array && reading_.branches.empty();
    Value now = scope_.unknown(assignment.name, span);
    if (assignment.whole && known_array) {
      now = reading_.store().sequence(ValueType::tuple, scope_.values(assignment.elements));
    } else if (assignment.whole && !assignment.is_array) {
      now = scope_.value(assignment.value);
    }
    scope_.set(assignment.name, now, span);
  }

  template <typename What>
  void add(What what, Span span) {
    if (!reading_.add(std::move(what), scope_.place(span))) stopped_ = true;
  }

  Value text_;
  const Given& given_;
  Reading& reading_;
  ShellScope scope_;
  std::map<std::string, const Statement*> functions_;
  unsigned calls_ = 0;
  bool stopped_ = false;
};

}  // namespace

void run_shell(Value text, const Given& given, Reading& reading) { ShellRun(text, given, reading).run(); }

void run_words(const std::vector<Value>& words, Reading& reading) {
  if (!words.front().is(ValueType::string)) {
    reading.add(CommandRun{words, {}}, place_of(reading, words.front()));
    return;
  }
  const Given nothing;
  ShellRun(words.front(), nothing, reading).run_words(words);
}

}  // namespace smtplint::script
