#include "frontend/config/read_build.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/letter_case.h"
#include "frontend/config/dockerfile_instructions.h"
#include "frontend/config/formats.h"
#include "value/text.h"

namespace smtplint::config {
namespace {

using Kind = BuildStep::Kind;

constexpr std::string_view blanks = " \t\r\n";
/// Of an exec form: what may be nested in it is none.
constexpr ReadOptions list_of_words{4, 4000, 1000, nullptr};

/// What an image holds when a stage ends, and how the next instruction is read.
struct Stage {
  std::vector<BuildStep> steps;
  std::map<std::string, Value> variables;
  std::vector<BuildStep> entry, command;  ///< what a container starts with
  std::string folder = "/";
  bool power_shell = false;
};

class BuildReader {
 public:
  BuildReader(std::string_view text, SourceId id, ValueStore& store) : text_(text), id_(id), store_(store) {}

  std::vector<BuildStep> read() {
    for (const Instruction& instruction : instructions_of(text_)) take(instruction);
    std::vector<BuildStep> steps = std::move(stage_.steps);
    const bool whole = stage_.entry.empty() || stage_.entry.front().kind != Kind::command;
    std::vector<BuildStep>& start = stage_.entry.empty() ? stage_.command : stage_.entry;
    // The words of a command are what the entry is given.
    if (!whole && !stage_.command.empty()) {
      const std::vector<Value>& words = stage_.command.front().words;
      start.front().words.insert(start.front().words.end(), words.begin(), words.end());
    }
    if (!steps.empty()) steps.insert(steps.end(), start.begin(), start.end());
    return steps;
  }

 private:
  void take(const Instruction& instruction) {
    if (instruction.is("FROM")) return begin_stage(instruction);
    if (instruction.is("ENV")) return set_variables(instruction, true);
    if (instruction.is("ARG")) return set_variables(instruction, false);
    if (instruction.is("WORKDIR")) return change_folder(instruction);
    if (instruction.is("RUN")) return run(instruction, stage_.steps, environment());
    if (instruction.is("COPY") || instruction.is("ADD")) return copy(instruction);
    if (instruction.is("SHELL")) {
      const std::string shell = lower_case(slice(instruction.begin, instruction.lines_end));
      stage_.power_shell =
          shell.find("powershell") != std::string::npos || shell.find("pwsh") != std::string::npos;
    }
    // What a container finds in its environment when it starts, others say.
    if (instruction.is("ENTRYPOINT")) {
      stage_.entry.clear();
      stage_.command.clear();
      run(instruction, stage_.entry, {});
    }
    if (instruction.is("CMD")) {
      stage_.command.clear();
      run(instruction, stage_.command, {});
    }
  }

  /// `FROM image AS name`
  void begin_stage(const Instruction& instruction) {
    if (!name_.empty()) stages_[name_] = std::move(stage_);
    stage_ = {};
    std::vector<std::string> words;
    for (const auto& [begin, end] : words_of(instruction)) {
      if (text_[begin] != '-') words.push_back(lower_case(slice(begin, end)));
    }
    const auto base = words.empty() ? stages_.end() : stages_.find(words[0]);
    if (base != stages_.end()) stage_ = base->second;
    name_ = words.size() == 3 && words[1] == "as" ? words[2] : std::string();
  }

  void set_variables(const Instruction& instruction, bool certain) {
    for (const Member& member : assignments_of(text_, instruction)) {
      const std::string_view name = store_.keep_name(member.name);
      // What an argument is, who builds the image says.
      const bool known = certain && member.value.text.find('$') == std::string::npos;
      const Value value = known ? value_of(member.value)
                                : store_.unknown(ReasonKind::no_value, name, place(member.value.span));
      stage_.variables.insert_or_assign(member.name, value);
    }
  }

  [[nodiscard]] Value environment() {
    std::vector<Value> variables;
    for (const auto& [name, value] : stage_.variables) {
      const std::vector<Entry> entry{{"name", store_.string(name), {}}, {"value", value, {}}};
      variables.push_back(store_.mapping(ValueType::object, entry));
    }
    return store_.sequence(ValueType::tuple, variables);
  }

  void change_folder(const Instruction& instruction) {
    stage_.folder = in_folder(trimmed_text(instruction.begin, instruction.lines_end));
  }

  /// A path that is not absolute begins at the working directory.
  [[nodiscard]] std::string in_folder(std::string_view path) const {
    const bool absolute = path.starts_with('/') || path.find(':') == 1;
    if (absolute) return std::string(path);
    if (path.starts_with("./")) path.remove_prefix(2);
    return stage_.folder + (stage_.folder.ends_with('/') ? "" : "/") + std::string(path == "." ? "" : path);
  }

  void run(const Instruction& instruction, std::vector<BuildStep>& steps, Value environment) {
    const std::size_t begin = behind_flags(instruction);
    if (begin >= instruction.end) return;
    const Place whole = place(span_of(begin, instruction.end));
    if (text_[begin] == '[') {
      std::vector<Value> words = list(begin, instruction.lines_end);
      if (!words.empty()) return steps.push_back({Kind::command, std::move(words), environment, whole});
    }
    const Kind kind = stage_.power_shell ? Kind::power_shell : Kind::shell;
    const bool is_text = text_.substr(begin, 2) == "<<";
    const Value script = is_text ? here_text(instruction) : lines(instruction, begin, instruction.end);
    steps.push_back({kind, {script}, environment, whole});
  }

  /// `COPY [--from=...] from... to`
  void copy(const Instruction& instruction) {
    const std::size_t begin = behind_flags(instruction);
    const std::string flags = lower_case(slice(instruction.begin, begin));
    std::vector<Value> words;
    if (begin < instruction.end && text_[begin] == '[') words = list(begin, instruction.lines_end);
    if (words.empty()) {
      for (const auto& [from, to] : words_of(instruction)) {
        if (from >= begin) words.push_back(verbatim(from, to));
      }
    }
    if (words.size() < 2) return;
    const std::string_view to = words.back().text().chars;
    const std::string target = in_folder(to) + (to == "." || to.ends_with('/') ? "/" : "");
    const Place whole = place(span_of(begin, instruction.end));
    words.back() = store_.string(collapsed(target), store_.step(How::literal, place_of(words.back())));
    Kind kind = Kind::copied;
    const std::string_view first = words.front().text().chars;
    if (first.starts_with("<<")) {
      kind = Kind::written;
      words.front() = here_text(instruction);
    } else if (flags.find("--from") != std::string::npos || first.find("://") != std::string_view::npos) {
      kind = Kind::brought;
    }
    stage_.steps.push_back({kind, std::move(words), {}, whole});
  }

  static std::string collapsed(std::string path) {
    while (path.ends_with("//")) path.pop_back();
    return path;
  }

  [[nodiscard]] std::size_t behind_flags(const Instruction& instruction) const {
    for (const auto& [begin, end] : words_of(instruction)) {
      if (text_.substr(begin, 2) != "--") return begin;
    }
    return instruction.end;
  }

  /// The words of an instruction, where they stand.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> words_of(
      const Instruction& instruction) const {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    for (std::size_t at = instruction.begin; at < instruction.lines_end;) {
      at = std::min(text_.find_first_not_of(blanks, at), instruction.lines_end);
      const bool joint = at + 1 < instruction.lines_end && text_[at] == '\\' &&
                         blanks.find(text_[at + 1]) != std::string_view::npos;
      const std::size_t comment = behind_comment(text_, at, instruction.lines_end);
      const std::size_t begin = at;
      at = joint ? at + 1 : std::min(text_.find_first_of(blanks, at), instruction.lines_end);
      if (comment > begin) {
        at = comment;
      } else if (!joint && at > begin) {
        words.emplace_back(begin, at);
      }
    }
    return words;
  }

  /// The words of `["a", "b"]`; none where it is no such list.
  std::vector<Value> list(std::size_t begin, std::size_t end) {
    const Reading reading = read_json(slice(begin, end), list_of_words);
    std::vector<Value> words;
    if (!reading.problems.empty() || reading.documents.size() != 1) return words;
    for (const Node& item : reading.documents[0].items) {
      Node moved = item;
      moved.span = span_of(item.span.begin + begin, item.span.end + begin);
      words.push_back(value_of(moved));
    }
    return words;
  }

  /// The text of the first here-document: up to the line of its end mark, or all where nothing ends it.
  Value here_text(const Instruction& instruction) {
    const std::size_t begin = std::min(text_.find('\n', instruction.lines_end), instruction.end - 1) + 1;
    return lines(instruction, begin, std::max(begin, instruction.texts_end));
  }

  /// A text over several lines. Between the lines of an instruction, comments and empty lines are left out.
  Value lines(const Instruction& instruction, std::size_t begin, std::size_t end) {
    TextBuilder text(store_);
    const ProvenanceId origin = store_.step(How::literal, place(span_of(begin, end)));
    for (std::size_t at = begin; at < end;) {
      const std::size_t line = std::min(text_.find('\n', at), end - 1) + 1;
      const std::size_t first = std::min(text_.find_first_not_of(blanks, at), line);
      const bool between = at > begin && at < instruction.lines_end && (first >= line || text_[first] == '#');
      if (!between) text.verbatim(slice(at, line), place(span_of(at, line)), origin);
      at = line;
    }
    return text.finish(origin);
  }

  Value verbatim(std::size_t begin, std::size_t end) {
    return value_of(text_node(begin, end, std::string(slice(begin, end))));
  }

  Value value_of(const Node& node) {
    const ProvenanceId origin = store_.step(How::literal, place(node.span));
    TextBuilder text(store_);
    if (slice(node.span.begin, node.span.end) == node.text) {
      text.verbatim(store_.keep(node.text), place(node.span), origin);
    } else {
      text.derived(store_.keep(node.text), place(node.span), origin);
    }
    return text.finish(origin);
  }

  [[nodiscard]] std::string_view trimmed_text(std::size_t begin, std::size_t end) const {
    const std::size_t first = std::min(text_.find_first_not_of(blanks, begin), end);
    const std::string_view inside = slice(first, end);
    return inside.substr(0, inside.find_last_not_of(blanks) + 1);
  }

  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - std::min(begin, end));
  }
  [[nodiscard]] Place place(Span span) const { return {id_, span}; }
  [[nodiscard]] Place place_of(Value word) const { return store_.provenance().step(word.provenance()).place; }

  std::string_view text_;
  SourceId id_;
  ValueStore& store_;
  Stage stage_;
  std::string name_;
  std::map<std::string, Stage> stages_;
};

}  // namespace

ImageBuild read_build(const Source& source, SourceId id, ValueStore& store) {
  return {BuildReader(source.text(), id, store).read()};
}

}  // namespace smtplint::config
