#include <algorithm>
#include <map>
#include <string>

#include "base/letter_case.h"
#include "frontend/script/reading.h"
#include "syntax/powershell/tree.h"
#include "value/text.h"

namespace smtplint::script {
namespace {

using powershell::PartKind;
using powershell::Statement;
using powershell::StatementKind;
using powershell::TableEntry;
using powershell::Word;

/// Functions that call each other.
constexpr unsigned deepest_call = 16;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// Goes through a script as running it would; what only running it would tell is unknown. Names compare
/// without case.
class PowerShellRun {
 public:
  PowerShellRun(Value text, Reading& reading) : text_(text), reading_(reading) {}

  void run() {
    const Limits& limits = reading_.session.limits;
    const auto tree =
        powershell::parse(text_.text().chars, {limits.nesting, limits.parse_progress_per_kilobyte});
    for (const powershell::SyntaxError& error : tree->errors()) {
      reading_.setup.gaps.push_back({EventKind::syntax_error, place(error.span), error.message});
    }
    if (tree->cut_off()) reading_.cut_off(place_of(reading_, text_), "nesting");
    run(tree->root(), {});
  }

 private:
  /// Gives what the statement puts out; absent where that is nothing or not known.
  Value run(const Statement& statement, Value input) {
    if (!reading_.spend(0, place(statement.span))) return {};
    switch (statement.kind) {
      case StatementKind::command:
        return command(statement, input);
      case StatementKind::value:
        run_all(statement);
        return value(statement.words[0]);
      case StatementKind::assignment:
        assign(statement);
        return {};
      case StatementKind::sequence:
        run_all(statement);
        return {};
      case StatementKind::pipeline:
        for (const Statement* child : statement.children) input = run(*child, input);
        return input;
      case StatementKind::branches:
        branches(statement);
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

  /// Any of them may be taken.
  void branches(const Statement& statement) {
    for (const Statement* child : statement.children) {
      reading_.branches.push_back({++reading_.session.branches, true});
      run(*child, {});
      reading_.branches.pop_back();
    }
  }

  void assign(const Statement& statement) {
    const std::string name = lower_case(statement.name);
    for (const Statement* child : statement.children) run(*child, {});
    if (!statement.entries.empty()) {
      tables_[name] = {statement.entries.begin(), statement.entries.end()};
      return;
    }
    const Value now = value(statement.words[0]);
    reading_.add(VariableSet{std::string(statement.name), now}, place(statement.span));
    if (statement.is_member) return;
    const bool certain = reading_.branches.empty();
    variables_.insert_or_assign(name, certain ? now : unknown(statement.name, statement.span));
  }

  Value command(const Statement& statement, Value input) {
    std::vector<Value> words = arguments(statement);
    if (words.empty()) return {};
    const std::string name = lower_case(chars_of(words[0]));
    const auto function = functions_.find(name);
    if (function != functions_.end() && calls_ < deepest_call) {
      ++calls_;
      run_all(*function->second);
      --calls_;
    }
    run_all(statement);
    if (is_one_of(name, {"set-content", "out-file", "add-content"}))
      write_file(name, words, input, statement.span);
    if (is_one_of(name, {"invoke-expression", "iex"}) && words.size() > 1) {
      read_inner(words[1], Kind::power_shell, reading_);
    }
    reading_.add(CommandRun{std::move(words), input}, place(statement.span));
    return {};
  }

  std::vector<Value> arguments(const Statement& statement) {
    std::vector<Value> words;
    for (const Word& word : statement.words) {
      const auto table =
          word.splatted && !word.parts.empty() ? tables_.find(lower_case(word.parts[0].name)) : tables_.end();
      if (table == tables_.end()) {
        words.push_back(value(word));
        continue;
      }
      for (const TableEntry& entry : table->second) {
        words.push_back(store().string(store().keep("-" + std::string(entry.key)),
                                       store().step(How::literal, place(entry.value.span))));
        words.push_back(value(entry.value));
      }
    }
    return words;
  }

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
    if (text.is_absent()) text = unknown(name, span);
    reading_.add(FileWritten{path, text, append ? FileWritten::How::appended : FileWritten::How::replaced},
                 place(span));
  }

  Value value(const Word& word) {
    std::vector<Value> values;
    for (const powershell::Part& part : word.parts) {
      switch (part.kind) {
        case PartKind::text:
          values.push_back(text_value(part));
          break;
        case PartKind::variable:
          values.push_back(variable(part));
          break;
        case PartKind::computed:
          values.push_back(unknown(slice(part.span).substr(0, longest_name), part.span));
          break;
      }
    }
    if (values.size() == 1) return values.front();
    return composed(values, place(word.span), text_.provenance(), reading_);
  }

  Value text_value(const powershell::Part& part) {
    const bool as_written = part.text.data() == slice(part.span).data();
    if (as_written) return text_part(store(), text_, part.span.begin, part.span.length());
    return store().string(part.text, store().step(How::literal, place(part.span)));
  }

  Value variable(const powershell::Part& part) {
    const std::string name = lower_case(part.name);
    const auto known = variables_.find(name);
    if (known != variables_.end()) return known->second;
    if (name == "true" || name == "false") {
      return store().boolean(name == "true", store().step(How::literal, place(part.span)));
    }
    return store().unknown(ReasonKind::no_value, store().keep("$" + std::string(part.name)),
                           place(part.span));
  }

  [[nodiscard]] Value unknown(std::string_view name, Span span) const {
    return store().unknown(ReasonKind::runtime_only, store().keep(name), place(span));
  }
  [[nodiscard]] static std::string_view chars_of(Value value) {
    return value.is(ValueType::string) ? value.text().chars : std::string_view();
  }
  [[nodiscard]] std::string_view slice(Span span) const {
    return text_.text().chars.substr(span.begin, span.length());
  }
  [[nodiscard]] Place place(Span span) const { return place_in(reading_, text_, span); }
  [[nodiscard]] ValueStore& store() const { return reading_.store(); }

  static constexpr std::size_t longest_name = 40;

  Value text_;
  Reading& reading_;
  std::map<std::string, Value> variables_;
  std::map<std::string, std::vector<TableEntry>> tables_;
  std::map<std::string, const Statement*> functions_;
  unsigned calls_ = 0;
};

}  // namespace

void run_power_shell(Value text, Reading& reading) { PowerShellRun(text, reading).run(); }

}  // namespace smtplint::script
