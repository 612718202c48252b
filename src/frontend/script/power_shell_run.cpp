#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/letter_case.h"
#include "base/limit.h"
#include "frontend/script/power_shell_scope.h"
#include "frontend/script/power_shell_start.h"
#include "frontend/script/reading.h"
#include "syntax/powershell/tree.h"

namespace smtplint::script {
namespace {

using powershell::Statement;
using powershell::StatementKind;

/// Functions that call each other.
constexpr unsigned deepest_call = 16;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view chars_of(Value value) {
  return value.is(ValueType::string) ? value.text().chars : std::string_view();
}

/// Goes through a script as running it would; what only running it would tell is unknown. Names compare
/// without case.
class PowerShellRun {
 public:
  PowerShellRun(Value text, const Given& given, Reading& reading)
      : text_(text), given_(given), reading_(reading), scope_(text, reading) {}

  void run() {
    const Limits& limits = reading_.session.limits;
    const auto tree =
        powershell::parse(text_.text().chars, {limits.nesting, limits.parse_progress_per_kilobyte});
    for (const powershell::SyntaxError& error : tree->errors()) {
      reading_.setup.gaps.push_back({EventKind::syntax_error, scope_.place(error.span), error.message});
    }
    if (tree->cut_off()) reading_.cut_off(place_of(reading_, text_), Limit::nesting);
    if (given_.named.is_sequence()) {
      scope_.enter(tree->root().parameters, given_.named);
    } else {
      (void)scope_.enter(tree->root().parameters, std::span<const Value>(given_.words));
    }
    run(tree->root(), {});
    if (given_.configuration != nullptr) configure(*given_.configuration);
  }

 private:
  /// Gives what the statement puts out; absent where that is nothing or not known.
  Value run(const Statement& statement, Value input) {
    if (!reading_.spend(0, scope_.place(statement.span))) return {};
    switch (statement.kind) {
      case StatementKind::command:
        return command(statement, input);
      case StatementKind::value:
        run_all(statement);
        return scope_.value(statement.words[0]);
      case StatementKind::object:
        reading_.add(CommandRun{scope_.words(statement), {}, taken_variable()}, scope_.place(statement.span));
        return {};
      case StatementKind::call:
        put(statement);
        return {};
      case StatementKind::assignment:
        assign(statement);
        return {};
      case StatementKind::sequence:
        run_all(statement);
        return {};
      case StatementKind::pipeline:
        for (const Statement* child : statement.children) input = run(*child, input);
        return input;
      case StatementKind::cases:
        cases(statement);
        return {};
      case StatementKind::loop_each:
        loop_each(statement);
        return {};
      case StatementKind::function:
        functions_[lower_case(statement.name)] = &statement;
        return {};
    }
    return {};
  }

  void run_all(const Statement& statement) {
    for (const Statement* child : statement.children) run(*child, {});
  }

  void cases(const Statement& statement) {
    run(*statement.children[0], {});
    const std::size_t outer = reading_.branches.size();
    for (std::size_t i = 1; i < statement.children.size(); ++i) {
      const bool otherwise = statement.has_otherwise && i + 1 == statement.children.size();
      const std::uint32_t condition = otherwise ? 0 : ++reading_.session.branches;
      if (!otherwise) reading_.branches.push_back({condition, true});
      run(*statement.children[i], {});
      if (!otherwise) reading_.branches.back() = {condition, false};
    }
    reading_.branches.resize(outer);
  }

  void loop_each(const Statement& statement) {
    const Value over = scope_.value(statement.words[0]);
    if (!over.is_sequence()) {
      scope_.set(statement.name, scope_.unknown(statement.name, statement.span), statement.span);
      return run_all(statement);
    }
    for (const Value item : over.items()) {
      scope_.set(statement.name, item, statement.span);
      run_all(statement);
    }
  }

  void assign(const Statement& statement) {
    if (!statement.is_member) assigned_to_ = statement.name;
    run_all(statement);
    assigned_to_ = {};
    if (!statement.entries.empty()) return scope_.set_table(statement.name, statement.entries);
    const Value now = scope_.value(statement.words[0]);
    if (!statement.index.empty()) return scope_.set_entry(statement);
    reading_.add(VariableSet{std::string(statement.name), now, std::string(statement.object)},
                 scope_.place(statement.span));
    if (!statement.is_member) scope_.set(statement.name, now, statement.span);
  }

  /// `$object.Put('Name', value)` sets a member that is found by its name only.
  void put(const Statement& statement) {
    if (!equal_ignoring_case(statement.name, "put") || statement.words.size() != 2) return;
    const std::vector<Value> words = scope_.words(statement);
    if (!words[0].is(ValueType::string)) return;
    reading_.add(VariableSet{std::string(chars_of(words[0])), words[1]}, scope_.place(statement.span));
  }

  Value command(const Statement& statement, Value input) {
    std::vector<Value> words = scope_.words(statement);
    if (words.empty()) return {};
    const std::string name = lower_case(chars_of(words[0]));
    const std::string into = taken_variable();
    const auto function = functions_.find(name);
    if (function != functions_.end()) call(*function->second, words);
    run_all(statement);
    if (!statement.entries.empty()) {
      resource(name, words, statement.span);
    } else if (is_one_of(name, {"set-content", "out-file", "add-content"})) {
      write_file(name, words, input, statement.span);
    } else if (is_one_of(name, {"invoke-expression", "iex"}) && words.size() > 1) {
      read_inner(words[1], Kind::power_shell, reading_);
    } else if (name == "new-object") {
      make_object(words, into, statement.span);
    } else if (name.ends_with(".ps1")) {
      read_inner(power_shell_script(words[0], reading_), Kind::power_shell, reading_, {{}, words});
    } else if (starts_power_shell(name)) {
      read_started_power_shell(words, reading_);
    }
    reading_.add(CommandRun{std::move(words), input}, scope_.place(statement.span));
    return {};
  }

  void call(const Statement& function, const std::vector<Value>& words) {
    if (calls_ >= deepest_call) return;
    ++calls_;
    PowerShellScope::Before before = scope_.enter(function.parameters, std::span<const Value>(words));
    run_all(function);
    scope_.leave(std::move(before));
    --calls_;
  }

  /// Where it is not known which configuration is meant, it may be any.
  void configure(const ConfigurationCall& meant) {
    for (const auto& [name, function] : functions_) {
      if (!function->is_configuration) continue;
      const bool known = meant.name.is(ValueType::string);
      if (known && !equal_ignoring_case(chars_of(meant.name), name)) continue;
      if (!known) reading_.branches.push_back({++reading_.session.branches, true});
      scope_.enter(function->parameters, meant.arguments);
      run_all(*function);
      if (!known) reading_.branches.pop_back();
    }
  }

  /// A resource of a configuration; those that come with the language are known by their names.
  void resource(const std::string& type, const std::vector<Value>& words, Span span) {
    if (type != "file" || equal_ignoring_case(chars_of(setting(words, "-ensure")), "absent")) return;
    const Value path = setting(words, "-destinationpath");
    const Value text = setting(words, "-contents");
    if (path.is_absent()) return;
    reading_.add(FileWritten{path, text.is_absent() ? scope_.unknown("File", span) : text},
                 scope_.place(span));
  }

  static Value setting(const std::vector<Value>& words, std::string_view key) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (equal_ignoring_case(chars_of(words[i]), key)) return words[i + 1];
    }
    return {};
  }

  /// `New-Object Type(a, b)`, `New-Object -TypeName Type -ArgumentList a, b`: the type, and what it is made
  /// of; `-Property @{ ... }` sets members.
  void make_object(const std::vector<Value>& words, const std::string& into, Span span) {
    std::vector<Value> parts;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (chars_of(words[i]).starts_with('-') || words[i].is_mapping()) continue;
      if (words[i].is_sequence()) {
        parts.insert(parts.end(), words[i].items().begin(), words[i].items().end());
      } else {
        parts.push_back(words[i]);
      }
    }
    if (parts.empty()) return;
    reading_.add(CommandRun{std::move(parts), {}, into}, scope_.place(span));
    for (const Value given : words) {
      if (!given.is_mapping()) continue;
      for (const Entry& member : given.entries())
        reading_.add(VariableSet{std::string(member.key), member.value, into}, member.key_place);
    }
  }

  /// The variable that the next thing that is made is assigned to; what is made inside of that has none.
  std::string taken_variable() { return std::string(std::exchange(assigned_to_, {})); }

  void write_file(const std::string& name, const std::vector<Value>& words, Value input, Span span) {
    Value path, text = input;
    bool append = name == "add-content";
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string option = lower_case(chars_of(words[i]));
      const bool has_next = i + 1 < words.size();
      if (option == "-append") append = true;
      if (is_one_of(option, {"-path", "-filepath", "-literalpath"}) && has_next) {
        path = words[++i];
      } else if (option == "-value" && has_next) {
        text = words[++i];
      } else if (is_one_of(option, {"-encoding", "-inputobject"})) {
        ++i;
      } else if (!option.starts_with('-')) {
        (path.is_absent() ? path : text) = words[i];
      }
    }
    if (path.is_absent()) return;
    if (text.is_absent()) text = scope_.unknown(name, span);
    reading_.add(FileWritten{path, text, append ? FileWritten::How::appended : FileWritten::How::replaced},
                 scope_.place(span));
  }

  Value text_;
  const Given& given_;
  Reading& reading_;
  PowerShellScope scope_;
  std::map<std::string, const Statement*> functions_;
  std::string_view assigned_to_;
  unsigned calls_ = 0;
};

}  // namespace

void run_power_shell(Value text, const Given& given, Reading& reading) {
  PowerShellRun(text, given, reading).run();
}

}  // namespace smtplint::script
