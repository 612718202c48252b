#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/letter_case.h"
#include "base/name_patterns.h"
#include "frontend/config/formats.h"
#include "frontend/config/program_settings.h"
#include "syntax/powershell/tree.h"

namespace smtplint::config {
namespace {

using powershell::PartKind;
using powershell::Statement;
using powershell::StatementKind;
using powershell::Word;

constexpr std::string_view name_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:";

/// What a script assigns, and the parameters of the commands that send: variables by their names, tables and
/// parameters as maps. Functions are read whether or not somebody calls them.
class PowerShellReader {
 public:
  PowerShellReader(std::string_view text, const ProgramWords& words)
      : text_(text), words_(words), settings_(words) {}

  /// Whether a part of the script speaks of a command whose parameters are settings.
  [[nodiscard]] bool names_command(Span span) const {
    const std::string part = lower_case(text_of(span));
    return std::ranges::any_of(words_.maps, [&part](const std::string& command) {
      return part.find(lower_case(command)) != std::string::npos;
    });
  }

  Node read(const Statement& root) {
    run(root);
    Node document = settings_.finish();
    // What a command is given is a setting there, and not once more where it was named.
    std::erase_if(document.members, [this](const Member& member) { return used_.contains(member.name); });
    return document;
  }

 private:
  /// The depth is bounded by the parser.
  void run(const Statement& statement) {
    for (const powershell::Parameter& parameter : statement.parameters) set_otherwise(parameter);
    if (statement.kind == StatementKind::assignment) assign(statement);
    if (statement.kind == StatementKind::command) command(statement);
    if (statement.kind == StatementKind::cases) return cases(statement);
    for (const Statement* child : statement.children) run(*child);
  }

  /// The first of them whose condition holds.
  void cases(const Statement& statement) {
    const std::size_t outer = conditions_.size();
    for (std::size_t i = 0; i < statement.children.size(); ++i) {
      const bool last = i + 1 == statement.children.size();
      const bool decided = i == 0 || (statement.has_otherwise && last);
      if (!decided) conditions_.push_back({++last_condition_, true});
      run(*statement.children[i]);
      if (!decided) conditions_.back().taken = false;
    }
    conditions_.resize(outer);
  }

  /// What counts where nobody gives the parameter.
  void set_otherwise(const powershell::Parameter& parameter) {
    if (!parameter.has_otherwise) return;
    Node value = value_of(parameter.otherwise);
    value.variables.emplace_back(parameter.name);
    set(std::string(parameter.name), parameter.span, std::move(value));
  }

  void assign(const Statement& statement) {
    const std::string name = target_of(statement);
    if (name.empty()) return;
    const std::size_t begin = statement.span.begin + text_of(statement.span).find(name);
    const Span span = span_of(begin, begin + name.size());
    // What a command puts out is known when it has run.
    const bool of_command = std::ranges::any_of(statement.children, [](const Statement* child) {
      return child->kind == StatementKind::command || child->kind == StatementKind::pipeline ||
             child->kind == StatementKind::object || child->kind == StatementKind::call;
    });
    if (statement.entries.empty()) {
      Node value = of_command ? computed(statement.words[0].span) : value_of(statement.words[0]);
      // Of objects the names say little; what is only known when it has run would be a guess.
      if (statement.is_member && value.kind == Node::Kind::computed) return;
      return set(name, span, std::move(value));
    }
    tables_[lower_case(name)] = &statement;
    for (const powershell::TableEntry& entry : statement.entries) set_entry(name, entry);
  }

  /// `mail.Port` of `$mail.Port = 25`, `SMTP_PORT` of `$env:SMTP_PORT = 25`.
  [[nodiscard]] std::string target_of(const Statement& statement) const {
    std::string_view name = statement.name;
    if (statement.is_member) {
      const std::string_view whole = text_of(statement.span);
      const std::size_t begin = std::min(whole.find('$') + 1, whole.size());
      name = whole.substr(begin, whole.find_first_not_of(name_characters, begin) - begin);
    }
    return std::string(without_scope(name));
  }

  /// `$script:port` is `$port` wherever that is used.
  static std::string_view without_scope(std::string_view name) { return name.substr(name.rfind(':') + 1); }

  void set_entry(const std::string& path, const powershell::TableEntry& entry) {
    set(path + "." + std::string(entry.key), entry.key_span, value_of(entry.value));
  }

  /// Names compare without case; the first spelling stays.
  void set(const std::string& path, Span name, Node value) {
    const std::string& spelling = spellings_.try_emplace(lower_case(path), path).first->second;
    settings_.store(spelling, name, std::move(value), conditions_);
  }

  /// `-Port 25`, `-Port:25`, `-UseSsl`, and the entries of a table for `@table`.
  void command(const Statement& statement) {
    const std::string name = statement.words.empty() ? std::string() : text_of_word(statement.words[0]);
    if (name.empty() || !fits_any(name, words_.maps)) return;
    // Each is a mailer of its own.
    const std::string path = (commands_ == 0 ? "" : std::to_string(commands_) + ".") + name;
    ++commands_;
    for (std::size_t i = 1; i < statement.words.size(); ++i) {
      const Word& word = statement.words[i];
      if (word.splatted) {
        splat(path, word);
        continue;
      }
      const std::string_view written = text_of(word.span);
      if (!written.starts_with('-')) continue;
      const Span key = span_of(word.span.begin + 1, word.span.end);
      const Word* value = i + 1 < statement.words.size() ? &statement.words[i + 1] : nullptr;
      const bool is_switch = value == nullptr || text_of(value->span).starts_with('-') || value->splatted;
      set(path + "." + std::string(text_of(key)), key,
          is_switch ? text_node(key.begin, key.end, "true") : used(*value));
      if (!is_switch) ++i;
    }
  }

  void splat(const std::string& path, const Word& word) {
    const auto table = word.parts.empty() ? tables_.end() : tables_.find(lower_case(word.parts[0].name));
    if (table == tables_.end()) return;
    for (const powershell::TableEntry& entry : table->second->entries) {
      set_entry(path, entry);
      use(std::string(without_scope(word.parts[0].name)) + "." + std::string(entry.key));
    }
  }

  void use(const std::string& path) {
    const auto spelling = spellings_.find(lower_case(path));
    if (spelling != spellings_.end()) used_.insert(spelling->second);
  }

  Node used(const Word& word) {
    for (const powershell::Part& part : word.parts) {
      if (part.kind == PartKind::variable) use(std::string(without_scope(part.name)));
    }
    return value_of(word);
  }

  [[nodiscard]] std::string text_of_word(const Word& word) const {
    const bool plain = word.parts.size() == 1 && word.parts[0].kind == PartKind::text;
    return plain ? std::string(word.parts[0].text) : std::string();
  }

  [[nodiscard]] Node value_of(const Word& word) const {
    if (word.is_list) return computed(word.span);
    if (word.parts.empty()) return {Node::Kind::null, word.span, {}, {}, {}};
    const powershell::Part& first = word.parts[0];
    if (word.parts.size() == 1 && first.kind == PartKind::variable) return value_of_variable(first);
    std::string decoded;
    for (const powershell::Part& part : word.parts) {
      if (part.kind != PartKind::text) return computed(word.span);
      decoded += part.text;
    }
    return text_node(first.span.begin, word.parts.back().span.end, std::move(decoded));
  }

  [[nodiscard]] Node value_of_variable(const powershell::Part& part) const {
    const std::string name = lower_case(without_scope(part.name));
    if (name == "true" || name == "false") return text_node(part.span.begin, part.span.end, name);
    if (name == "null") return {Node::Kind::null, part.span, {}, {}, {}};
    const auto spelling = spellings_.find(name);
    if (spelling != spellings_.end()) return settings_.value_named(spelling->second, part.span);
    Node value = computed(part.span);
    if (fits_any(part.name, words_.environment)) value.variables.emplace_back(without_scope(part.name));
    return value;
  }

  /// As it is written, as far as that fits a sentence.
  [[nodiscard]] Node computed(Span span) const {
    constexpr std::size_t longest = 40;
    const std::string_view written = text_of(span);
    const std::string_view line = written.substr(0, std::min(written.find('\n'), longest));
    return {
        Node::Kind::computed, span, std::string(line) + (line.size() < written.size() ? "..." : ""), {}, {}};
  }
  [[nodiscard]] std::string_view text_of(Span span) const { return text_.substr(span.begin, span.length()); }

  std::string_view text_;
  const ProgramWords& words_;
  ProgramSettings settings_;
  std::map<std::string, std::string> spellings_;  ///< of paths in lower case
  std::map<std::string, const Statement*> tables_;
  std::set<std::string> used_;
  std::vector<Condition> conditions_;
  std::uint32_t last_condition_ = 0;
  std::size_t commands_ = 0;
};

}  // namespace

Reading read_powershell(std::string_view text, const ReadOptions& options) {
  static const ProgramWords none;
  const auto tree = powershell::parse(text, {options.nesting, options.parse_progress_per_kilobyte});
  PowerShellReader reader(text, options.words == nullptr ? none : *options.words);
  Reading reading;
  reading.documents.push_back(reader.read(tree->root()));
  // Nearly every folder has scripts; what does not parse in most of them has nothing to do with settings.
  for (const powershell::SyntaxError& error : tree->errors()) {
    if (reader.names_command(error.span)) reading.problems.push_back({error.span, error.message});
  }
  if (tree->cut_off()) reading.problems.push_back({span_of(0, 0), "the script is nested too deep"});
  return reading;
}

}  // namespace smtplint::config
